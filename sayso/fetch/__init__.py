"""The only door to the network: pages by their address, when somebody asks for them."""

from sayso.fetch.opening import Answer, open_url
from sayso.fetch.policy import Policy
from sayso.fetch.posting import HERE, post_json
from sayso.fetch.record import record_of

__all__ = ["HERE", "Answer", "Policy", "open_url", "post_json", "record_of"]
