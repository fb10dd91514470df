"""What is said at the counter in these stories, page by page; a story names what differs."""

from desk.domain.answers import Raw

Page = dict[str, Raw]

LISTEN: Page = {
    "story": "The kettle leaks at the base, bought last week.",
    "category": ("product",), "safety": ("no",), "pace": ("2",), "wish": ("exchange",),
}  # fmt: skip
EMPATHISE: Page = {
    "agreed": ("yes",), "apology": ("trouble",), "language": ("en",), "channel": ("phone",),
    "phone": "555-0117", "name": "Sam Example", "consent": ("yes",),
}  # fmt: skip
INVESTIGATE: Page = {
    "product": "kettle KX-2", "checked": ("receipt", "item"), "finding": ("confirmed",),
    "cause": ("product",), "found": "The base seal is worn; we saw the water ourselves.",
}  # fmt: skip
RESOLVE: Page = {
    "offer": ("exchange",), "offered": "Exchange for a new kettle today.",
    "answer": ("accepts",), "done": ("now",),
}  # fmt: skip

LISTEN_ZH: Page = {
    "story": "上周买的热水壶底座漏水，今天又漏了一桌子。",
    "category": ("product",), "safety": ("no",), "pace": ("2",), "wish": ("exchange",),
}  # fmt: skip
EMPATHISE_ZH: Page = {
    "agreed": ("yes",), "apology": ("trouble",), "language": ("zh_CN",), "channel": ("phone",),
    "phone": "13800004821", "name": "王样本", "consent": ("yes",),
}  # fmt: skip
INVESTIGATE_ZH: Page = {
    "product": "热水壶二号", "checked": ("receipt", "item"), "finding": ("confirmed",),
    "cause": ("product",), "found": "底座密封圈磨损，我们亲眼看到漏水。",
}  # fmt: skip
RESOLVE_ZH: Page = {
    "offer": ("exchange",), "offered": "今天换一只新壶。",
    "answer": ("accepts",), "done": ("now",),
}  # fmt: skip
