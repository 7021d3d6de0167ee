use super::{CatalogId, ProductId};
use crate::wire::{Number, Text, object};

object! {
    /// A shopping cart that a customer sent as an order.
    pub struct Order {
        /// The ID of the catalog that the products are from.
        catalog_id: Option<CatalogId>,
        /// The text that the customer sent with the order; optional.
        text: Option<Text>,
        /// The products in the cart, with quantities and prices.
        product_items: Option<Vec<ProductItem>>,
    }
}

object! {
    /// A product in a shopping cart, with its quantity and price.
    pub struct ProductItem {
        /// The ID of the product, unique within its catalog.
        product_retailer_id: Option<ProductId>,
        /// The quantity of the product. Observed as a string as well.
        quantity: Option<Number>,
        /// The price of a single unit. Kept as the literal that was sent, because sums of
        /// floating-point numbers are inexact. Observed as a string as well.
        item_price: Option<Number>,
        /// The currency of the price, as a three-letter ISO 4217 code.
        currency: Option<Text>,
    }
}
