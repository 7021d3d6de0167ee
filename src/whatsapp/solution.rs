use super::SolutionId;
use crate::wire::{Text, object};

object! {
    /// A change to a solution that several partners share. The ID of the entry is a business
    /// portfolio here, not an account.
    pub struct PartnerSolution {
        /// The event that happened to the solution: `SOLUTION_CREATED` or `SOLUTION_UPDATED`.
        event: Option<Text>,
        /// The ID of the solution.
        solution_id: Option<SolutionId>,
        /// The status of the solution: `ACTIVE`, `DEACTIVATED`, `DRAFT`, `INITIATED`,
        /// `PENDING_DEACTIVATION` or `REJECTED`.
        solution_status: Option<Text>,
    }
}
