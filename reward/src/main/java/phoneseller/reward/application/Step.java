package phoneseller.reward.application;

import phoneseller.reward.domain.Booked;

/** The entry that answers a request; not new when the step had been taken before. */
public record Step(Booked entry, boolean isNew) {}
