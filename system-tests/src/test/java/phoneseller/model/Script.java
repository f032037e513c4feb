package phoneseller.model;

import java.util.EnumSet;
import java.util.Set;

/** Work of more than one commit; each of these may be under way once at a time. */
enum Script {
  PLACE,
  FOLLOW_UP,
  /** What pay does for the request of {@link #PLACE}. */
  REQUEST,
  /** What pay does for the request of {@link #FOLLOW_UP}. */
  REQUEST_AGAIN,
  DIRECT_CANCEL,
  SECOND_DIRECT_CANCEL,
  SETTLE;

  static final Set<Script> OF_APP = EnumSet.of(PLACE, FOLLOW_UP);
  static final Set<Script> OF_PAY = EnumSet.complementOf(EnumSet.of(PLACE, FOLLOW_UP));

  /** Who does what this asks for, or who has asked for this. */
  Script counterpart() {
    return switch (this) {
      case PLACE -> REQUEST;
      case FOLLOW_UP -> REQUEST_AGAIN;
      case REQUEST -> PLACE;
      case REQUEST_AGAIN -> FOLLOW_UP;
      case DIRECT_CANCEL, SECOND_DIRECT_CANCEL, SETTLE ->
          throw new IllegalArgumentException(name());
    };
  }
}
