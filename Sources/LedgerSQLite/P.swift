import Enforcement
import GRDB
