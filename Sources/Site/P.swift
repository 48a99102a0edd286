import CArgon2
import Hummingbird
import Mustache

public enum P {}
