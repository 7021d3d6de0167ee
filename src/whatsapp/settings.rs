use super::PhoneNumberId;
use crate::wire::{Number, Secret, Text, Timestamp, object};

object! {
    /// A change to the settings of a business phone number.
    pub struct AccountSettings {
        /// The messaging product, always `whatsapp`.
        messaging_product: Option<Text>,
        /// When the settings were changed, as Unix time in seconds. A string, observed as a number
        /// as well.
        timestamp: Option<Timestamp>,
        /// The kind of settings: `phone_number_settings`. The text of Meta's page has it in
        /// capitals.
        "type" as kind: Option<Text>,
        /// The settings of a business phone number.
        phone_number_settings: Option<Box<LineSettings>>,
    }
}

object! {
    /// The settings of a business phone number.
    pub struct LineSettings {
        /// The ID of the business phone number.
        phone_number_id: Option<PhoneNumberId>,
        /// The call settings. Null if nothing about them changed.
        calling: Option<Box<CallSettings>>,
        /// The call settings, under the key that one library has.
        callings: Option<Box<CallSettings>>,
    }
}

object! {
    /// The call settings of a business phone number.
    pub struct CallSettings {
        /// Whether calls are enabled: `ENABLED` or `DISABLED`.
        status: Option<Text>,
        /// Whether customers see a call button: `DEFAULT` or `DISABLE_ALL`.
        call_icon_visibility: Option<Text>,
        /// Whether a customer's call permits the business to call back: `ENABLED` or `DISABLED`.
        callback_permission_status: Option<Text>,
        /// The hours during which calls are accepted. Absent if they are always accepted.
        call_hours: Option<Box<CallHours>>,
        /// The SIP settings of the telephone system that receives the calls. Absent without one.
        sip: Option<Box<SipSettings>>,
    }
}

object! {
    /// The hours during which a business accepts calls.
    pub struct CallHours {
        /// Whether these hours apply: `ENABLED` or `DISABLED`.
        status: Option<Text>,
        /// The time zone of the hours, such as `Europe/London`.
        timezone_id: Option<Text>,
        /// The regular hours of each day of the week.
        weekly_operating_hours: Option<Vec<WeeklyHours>>,
        /// The different hours on particular days.
        holiday_schedule: Option<Vec<HolidayHours>>,
    }
}

object! {
    /// The hours during which calls are accepted on a day of the week.
    pub struct WeeklyHours {
        /// The day of the week, such as `MONDAY`.
        day_of_week: Option<Text>,
        /// When the hours begin, in the form `HHMM`, such as `0900`.
        open_time: Option<Number>,
        /// When the hours end, in the form `HHMM`, such as `1700`.
        close_time: Option<Number>,
    }
}

object! {
    /// The hours during which calls are accepted on a particular day.
    pub struct HolidayHours {
        /// The date of the day, such as `2026-12-25`.
        date: Option<Text>,
        /// When the hours begin, in the form `HHMM`, such as `0000`.
        start_time: Option<Number>,
        /// When the hours end, in the form `HHMM`, such as `2359`.
        end_time: Option<Number>,
    }
}

object! {
    /// The SIP settings of the telephone system that receives calls.
    pub struct SipSettings {
        /// Whether SIP is used for calls: `ENABLED` or `DISABLED`.
        status: Option<Text>,
        /// The SIP servers of the telephone system.
        servers: Option<Vec<SipServer>>,
    }
}

object! {
    /// A SIP server of a telephone system.
    pub struct SipServer {
        /// The host name of the server.
        hostname: Option<Text>,
        /// The port of the server.
        port: Option<Number>,
        /// The password that Meta uses to log in to the server. Usually absent.
        sip_user_password: Option<Secret>,
    }
}
