"""The part of camel-tools that its suggesters use."""
