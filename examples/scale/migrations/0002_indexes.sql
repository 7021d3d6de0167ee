CREATE INDEX event_message ON event (message) WHERE message IS NOT NULL;
CREATE INDEX event_conversation ON event (conversation, occurred_at) WHERE conversation IS NOT NULL;
CREATE INDEX message_message_id ON message (message_id);
