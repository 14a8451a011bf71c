"""Words inside words: nouns, verbs and infinitives of speech inside what somebody says."""
