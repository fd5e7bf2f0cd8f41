"""Made-up documents about made-up stories, as many as are wanted; the same seed gives the same ones.

words of the sets, by how often they stand there --> what is said anywhere
names joined from pieces of those words          --> a pool that grows with the stories, the first often
a topic: names of the pool and words             --> so many stories that are easily taken for one another
a story: those of its topic, and some of its own --> documents: a part of their words is the story's

A story has 1 to 19 documents, 7 on average; a document has about 300 words. They come in any order.
"""

import random
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

_WORD = re.compile(r"[^\W\d_]{2,}")
SEED = 20140817
#: Shares of a document: words of its story, names of its story; the rest stands anywhere.
STORY_WORDS, STORY_NAMES = 0.10, 0.04
#: Stories of a topic, names and words of a topic, and those that a story has beside.
STORIES, TOPIC_NAMES, TOPIC_WORDS = 6, 12, 30
OWN_NAMES, OWN_WORDS = 6, 15
#: How many names the pool has for each topic.
POOL = 12
LONGEST_STORY = 19
MEDIAN_LENGTH, SPREAD, SHORTEST = 280, 0.5, 20


@dataclass(frozen=True)
class Words:
    """Words with the sums of how often they stand, as `random.choices` takes them."""

    words: Sequence[str]
    sums: Sequence[float]

    @classmethod
    def rank(cls, words: Sequence[str], first: int) -> "Words":
        """The first the most often, by Zipf's law; the larger ``first``, the flatter."""
        return cls(words, list(accumulate(1 / rank for rank in range(first, first + len(words)))))

    def draw(self, chance: random.Random, count: int) -> list[str]:
        return chance.choices(self.words, cum_weights=self.sums, k=count)


@dataclass(frozen=True)
class Document:
    """A made-up text and the story that it was made for."""

    story: int
    text: str


def make_documents(texts: Sequence[str], count: int, seed: int = SEED) -> list[Document]:
    """So many documents from the words of the texts, in an order in which stories are mixed."""
    chance = random.Random(seed)
    anywhere = _count_words(texts)
    sizes = list(_draw_sizes(chance, count))
    pool = _make_pool(anywhere.words, POOL * (1 + len(sizes) // STORIES), chance)
    documents: list[Document] = []
    for begin in range(0, len(sizes), STORIES):
        names = pool.draw(chance, TOPIC_NAMES)
        words = chance.sample(anywhere.words, TOPIC_WORDS)
        for story, size in enumerate(sizes[begin : begin + STORIES], begin):
            documents += _tell(story, size, names, words, anywhere, chance)
    chance.shuffle(documents)
    return documents


def _count_words(texts: Sequence[str]) -> Words:
    counted = Counter(word for text in texts for word in _WORD.findall(text.casefold()))
    pairs = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))
    return Words([word for word, _ in pairs], list(accumulate(number for _, number in pairs)))


def _draw_sizes(chance: random.Random, count: int) -> Iterator[int]:
    left = count
    while left:
        size = min(left, 1 + int(chance.betavariate(1.2, 2.4) * LONGEST_STORY))
        yield size
        left -= size


def _make_pool(words: Sequence[str], count: int, chance: random.Random) -> Words:
    return Words.rank(list(dict.fromkeys(_make_name(words, chance) for _ in range(count))), 10)


def _make_name(words: Sequence[str], chance: random.Random) -> str:
    first, second = chance.choice(words), chance.choice(words)
    return (first[:4] + second[-3:]).capitalize()


def _tell(
    story: int,
    size: int,
    names: Sequence[str],
    words: Sequence[str],
    anywhere: Words,
    chance: random.Random,
) -> Iterator[Document]:
    """The documents of a story: what matters most in it is in nearly all of them."""
    own = [_make_name(anywhere.words, chance) for _ in range(OWN_NAMES)]
    named = chance.sample([*own, *names], OWN_NAMES + TOPIC_NAMES)
    told = chance.sample([*chance.sample(anywhere.words, OWN_WORDS), *words], OWN_WORDS + TOPIC_WORDS)
    for _ in range(size):
        length = int(chance.lognormvariate(0, SPREAD) * MEDIAN_LENGTH) + SHORTEST
        counts = int(length * STORY_WORDS), int(length * STORY_NAMES)
        text = Words.rank(told, 2).draw(chance, counts[0]) + Words.rank(named, 2).draw(chance, counts[1])
        text += anywhere.draw(chance, length - sum(counts))
        chance.shuffle(text)
        yield Document(story, " ".join(text))
