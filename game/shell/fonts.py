"""Open faces and hands from asset bytes, at pixel sizes, each once."""
from __future__ import annotations

from io import BytesIO

import pygame

from game.shell.theme import Reader, Theme

X_HEIGHT = 0.40
"""The x-height every hand is set to, as a share of its nominal size, so that thin small hands stay legible."""


class Fonts:
    """The fonts in use. A face is "body", "label", "machine", ... or a hand: "hand:wendell"."""

    def __init__(self, read: Reader, theme: Theme) -> None:
        """Open nothing yet; `read` gives the bytes of a font file."""
        pygame.font.init()
        self._read = read
        self._theme = theme
        self._bytes: dict[str, bytes | None] = {}
        self._open: dict[tuple[str, str, int], pygame.Font] = {}
        self._share: dict[str, float] = {}
        self.problems: list[str] = []

    def font(self, face: str, style: str, size: int) -> pygame.Font:
        """Give a face in a style (regular, italic, bold) at a size in pixels."""
        key = (face, style, size)
        if key not in self._open:
            self._open[key] = self._make(face, style, size)
        return self._open[key]

    def _make(self, face: str, style: str, size: int) -> pygame.Font:
        if not face.startswith("hand:"):
            return self._file(self._path(face, style), round(size * self._scale(face)))
        path = f"fonts/{face[5:]}.ttf"
        if self._data(path) is None:
            return self.font("body", "italic", size)
        return self._file(path, round(size * self._hand_share(path)))

    def _scale(self, face: str) -> float:
        """Give how large a face is set against its nominal size, so that all look equally large."""
        try:
            return min(1.5, max(0.5, float(self._theme.faces.get(face, {}).get("scale", "1"))))
        except ValueError:
            return 1.0

    def _path(self, face: str, style: str) -> str:
        files = self._theme.faces.get(face) or self._theme.faces["body"]
        return files.get(style) or files["regular"]

    def _hand_share(self, path: str) -> float:
        if path not in self._share:
            metrics = self._file(path, 200).metrics("x")
            high = metrics[0][3] if metrics and metrics[0] else 0
            self._share[path] = min(1.7, max(0.8, X_HEIGHT * 200 / high)) if high > 0 else 1.0
        return self._share[path]

    def _file(self, path: str, size: int) -> pygame.Font:
        data = self._data(path)
        if data is None:
            return pygame.Font(None, size)
        try:
            font = pygame.Font(BytesIO(data), size)
            font.size("a")  # a file that is no font may open, and fail here
        except (pygame.error, ValueError) as problem:
            self._bytes[path] = None
            self.problems.append(f"{path}: not a font pygame can open ({problem}); a plain face stands in")
            return pygame.Font(None, size)
        return font

    def _data(self, path: str) -> bytes | None:
        if path not in self._bytes:
            try:
                self._bytes[path] = self._read(path)
            except OSError:
                self._bytes[path] = None
                self.problems.append(f"{path}: missing; a plain face stands in")
        return self._bytes[path]
