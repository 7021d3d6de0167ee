use super::{CatalogId, ProductId};
use crate::wire::{Number, Text, object};

object! {
    /// A cart that a customer sent as an order.
    pub struct Order {
        /// The catalog.
        catalog_id: Option<CatalogId>,
        /// What the customer wrote with it.
        text: Option<Text>,
        /// What is in the cart.
        product_items: Option<Vec<ProductItem>>,
    }
}

object! {
    /// Something in a cart.
    pub struct ProductItem {
        /// The product.
        product_retailer_id: Option<ProductId>,
        /// How many of it; observed in quotes.
        quantity: Option<Number>,
        /// Price of one. The literal is kept, because a sum of doubles is no price; observed in
        /// quotes.
        item_price: Option<Number>,
        /// Currency of the price, by its three letters (ISO 4217).
        currency: Option<Text>,
    }
}
