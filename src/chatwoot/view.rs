/// Gives an object typed views of its free maps, one line each: map, accessor, type.
macro_rules! views {
    ($name:ident { $($map:ident by $view:ident: $ty:ident,)+ }) => {
        impl $name { $(
            #[doc = concat!("Typed view of `", stringify!($map), "`; `None` if the member is absent,")]
            /// or no object. What does not fit is left out.
            #[must_use]
            pub fn $view(&self) -> Option<$ty> {
                $crate::wire::view(self.$map.as_ref()?)
            }
        )+ }
    };
}

pub(super) use views;
