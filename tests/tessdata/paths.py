"""Where the recipe and the shipped data are; import this first."""
import sys
from pathlib import Path

HERE = Path(__file__).resolve().parent
TESSDATA = HERE.parents[1] / "tessdata"
RECIPE = TESSDATA / "recipe"
SHIPPED = TESSDATA / "tarang_tha.traineddata"
STOCK = next((p for p in (Path("/usr/share/tesseract-ocr/5/tessdata/Thai.traineddata"),
                          Path("/usr/share/tesseract-ocr/5/tessdata/script/Thai.traineddata"))
              if p.exists()), None)
sys.path.insert(0, str(RECIPE))
