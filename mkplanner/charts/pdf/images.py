"""Pictures of dots to the objects of a PDF: colours, and how clear each dot is where a picture has holes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from io import BytesIO

from mkplanner.charts.pdf.file import PdfFile


def write_images(file: PdfFile, images: Mapping[bytes, str]) -> Iterator[str]:
    """Put pictures into a file; yield the entry of each for the dictionary that names them."""
    for data, name in images.items():
        yield f"/{name} {_write(file, data)} 0 R"


def _write(file: PdfFile, data: bytes) -> int:
    from PIL import Image

    picture = Image.open(BytesIO(data)).convert("RGBA")
    size = f"/Type/XObject/Subtype/Image/Width {picture.width}/Height {picture.height}/BitsPerComponent 8"
    clear = picture.getchannel("A")
    mask = ""
    if min(clear.tobytes(), default=255) < 255:
        mask = f"/SMask {file.add_stream(clear.tobytes(), f'{size}/ColorSpace/DeviceGray')} 0 R"
    return file.add_stream(picture.convert("RGB").tobytes(), f"{size}/ColorSpace/DeviceRGB{mask}")
