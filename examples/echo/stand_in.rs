//! A server on this machine that takes what the APIs of Chatwoot and Meta take, and shows it.

use std::{io, net::Ipv4Addr, thread};

use axum::{
    Json, Router,
    extract::Path,
    http::{HeaderMap, StatusCode},
    routing::post,
};
use serde_json::{Value, json};
use tokio::{net::TcpListener, runtime};

/// The token of both APIs; yours is a secret.
pub(crate) const TOKEN: &str = "made-up-token";

type Answer = Result<Json<Value>, StatusCode>;

/// Starts the server; its URL.
pub(crate) fn start() -> io::Result<String> {
    let runtime = runtime::Builder::new_current_thread().enable_io().build()?;
    let listener = runtime.block_on(TcpListener::bind((Ipv4Addr::LOCALHOST, 0)))?;
    let url = format!("http://{}", listener.local_addr()?);
    let routes = Router::new()
        .route("/api/v1/accounts/{account}/conversations/{conversation}/messages", post(chatwoot))
        .route("/{version}/{line}/messages", post(meta));
    thread::spawn(move || runtime.block_on(async { axum::serve(listener, routes).await }));
    Ok(url)
}

async fn chatwoot(
    Path((account, conversation)): Path<(u64, u64)>,
    headers: HeaderMap,
    Json(message): Json<Value>,
) -> Answer {
    if headers.get("api_access_token").is_none_or(|token| token != TOKEN) {
        return Err(StatusCode::UNAUTHORIZED);
    }
    if !message["content"].is_string() || message["message_type"] != "outgoing" {
        return Err(StatusCode::UNPROCESSABLE_ENTITY);
    }
    println!("  to conversation {conversation} of account {account}: {message}");
    Ok(Json(json!({ "id": 8, "content": message["content"], "message_type": 1 })))
}

async fn meta(
    Path((_version, line)): Path<(String, String)>,
    headers: HeaderMap,
    Json(message): Json<Value>,
) -> Answer {
    if headers.get("authorization").is_none_or(|token| token != &format!("Bearer {TOKEN}")) {
        return Err(StatusCode::UNAUTHORIZED);
    }
    let has_recipient = message["to"].is_string() || message["recipient"].is_string();
    if message["messaging_product"] != "whatsapp" || !has_recipient {
        return Err(StatusCode::BAD_REQUEST);
    }
    println!("  by line {line}: {message}");
    Ok(Json(json!({ "messaging_product": "whatsapp", "messages": [{ "id": "wamid.ANSWER" }] })))
}
