use super::PhoneNumberId;
use crate::wire::{Number, Secret, Text, Timestamp, object};

object! {
    /// Settings of a number were changed.
    pub struct AccountSettings {
        /// Always `whatsapp`.
        messaging_product: Option<Text>,
        /// When, in seconds; a text, seen as a number.
        timestamp: Option<Timestamp>,
        /// Which settings: `phone_number_settings`; in the prose of the page in capitals.
        "type" as kind: Option<Text>,
        /// Settings of a number.
        phone_number_settings: Option<Box<LineSettings>>,
    }
}

object! {
    /// Settings of a number.
    pub struct LineSettings {
        /// The number.
        phone_number_id: Option<PhoneNumberId>,
        /// Settings of calls; null where nothing about them changed.
        calling: Option<Box<CallSettings>>,
        /// The same in the types of one library.
        callings: Option<Box<CallSettings>>,
    }
}

object! {
    /// Settings of calls.
    pub struct CallSettings {
        /// Whether calls are possible: `ENABLED` or `DISABLED`.
        status: Option<Text>,
        /// Where customers see a button to call: `DEFAULT` or `DISABLE_ALL`.
        call_icon_visibility: Option<Text>,
        /// Whether a call of a customer permits to call back: `ENABLED` or `DISABLED`.
        callback_permission_status: Option<Text>,
        /// When calls are taken; absent if always.
        call_hours: Option<Box<CallHours>>,
        /// Telephone system that takes the calls; absent without one.
        sip: Option<Box<SipSettings>>,
    }
}

object! {
    /// When calls are taken.
    pub struct CallHours {
        /// Whether these hours apply: `ENABLED` or `DISABLED`.
        status: Option<Text>,
        /// Where they apply, such as `Europe/London`.
        timezone_id: Option<Text>,
        /// Hours of usual days.
        weekly_operating_hours: Option<Vec<WeeklyHours>>,
        /// Hours of some days that are not usual.
        holiday_schedule: Option<Vec<HolidayHours>>,
    }
}

object! {
    /// When calls are taken on a day of the week.
    pub struct WeeklyHours {
        /// The day, such as `MONDAY`.
        day_of_week: Option<Text>,
        /// From when on, such as `0900`.
        open_time: Option<Number>,
        /// Until when, such as `1700`.
        close_time: Option<Number>,
    }
}

object! {
    /// When calls are taken on some day.
    pub struct HolidayHours {
        /// The day, such as `2026-12-25`.
        date: Option<Text>,
        /// From when on, such as `0000`.
        start_time: Option<Number>,
        /// Until when, such as `2359`.
        end_time: Option<Number>,
    }
}

object! {
    /// Telephone system that takes calls.
    pub struct SipSettings {
        /// Whether it does: `ENABLED` or `DISABLED`.
        status: Option<Text>,
        /// Its servers.
        servers: Option<Vec<SipServer>>,
    }
}

object! {
    /// Server of a telephone system.
    pub struct SipServer {
        /// Its name in the network.
        hostname: Option<Text>,
        /// Its port.
        port: Option<Number>,
        /// Password that Meta uses there; mostly absent.
        sip_user_password: Option<Secret>,
    }
}
