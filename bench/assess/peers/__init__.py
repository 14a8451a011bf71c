"""Peers: vote, TruthFinder, ACCU, ACCUCOPY, CRH, Dawid-Skene; from tellings to a share for each value."""

from bench.assess.peers.accu import accu, accucopy
from bench.assess.peers.crh import crh
from bench.assess.peers.dawid_skene import dawid_skene
from bench.assess.peers.truthfinder import truthfinder
from bench.assess.peers.vote import vote

PEERS = {
    "vote": vote,
    "TruthFinder": truthfinder,
    "ACCU": accu,
    "ACCUCOPY": accucopy,
    "CRH": crh,
    "Dawid-Skene": dawid_skene,
}
__all__ = ["PEERS", "accu", "accucopy", "crh", "dawid_skene", "truthfinder", "vote"]
