/// Gives an object typed views of its free-form members, one per row: member, accessor, type.
macro_rules! views {
    ($name:ident { $($map:ident by $view:ident: $ty:ident,)+ }) => {
        impl $name { $(
            #[doc = concat!("Returns the typed view of `", stringify!($map), "`; `None` if the member is absent,")]
            /// or is not an object. Members that do not fit are left out.
            #[must_use]
            pub fn $view(&self) -> Option<$ty> {
                $crate::wire::view(self.$map.as_ref()?)
            }
        )+ }
    };
}

pub(super) use views;
