use super::SolutionId;
use crate::wire::{Text, object};

object! {
    /// A solution that several partners share was made or changed. The id of the entry is not an
    /// account here, but a business portfolio.
    pub struct PartnerSolution {
        /// What happened: `SOLUTION_CREATED` or `SOLUTION_UPDATED`.
        event: Option<Text>,
        /// The solution.
        solution_id: Option<SolutionId>,
        /// Its state: `ACTIVE`, `DEACTIVATED`, `DRAFT`, `INITIATED`, `PENDING_DEACTIVATION` or
        /// `REJECTED`.
        solution_status: Option<Text>,
    }
}
