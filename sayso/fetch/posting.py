"""Sends JSON to a server that the user named, and takes its answer; no redirect is followed."""

import time

from sayso.errors import Problem
from sayso.fetch.opening import Answer, Resolve, Sent, hop, resolved
from sayso.fetch.policy import Policy

JSON = "application/json"
HERE = ("127.0.0.0/8", "::1/128")  # this machine alone, for `Policy.only`


def post_json(
    url: str, body: bytes, policy: Policy, *, token: str = "", resolve: Resolve = resolved
) -> Answer | Problem:
    """The answer to a POST of a JSON text; a Problem for any status but 200, and for an answer cut short.

    The name is looked up once, all of its addresses are checked by the policy, and the connection goes to one
    of them. What was sent must not be sent on: a redirect is a Problem. `token` goes to this server as a
    bearer token (RFC 6750) and is in no message.
    """
    if any(not " " < char < "\x7f" for char in token):
        return Problem(where=url, what="the key holds characters that no key has", hint="check it")
    deadline = time.monotonic() + policy.seconds
    answer = hop(url, policy, resolve, deadline, Sent(body=body, media_type=JSON, token=token))
    if isinstance(answer, Problem):
        return Problem(where=answer.where, what=answer.what)
    if answer.status != 200:
        what = f"the server answered {answer.status} {answer.reason}".rstrip()
        return Problem(where=url, what=what)
    if answer.truncated:
        return Problem(where=url, what="its answer broke off, or was too long")
    return answer
