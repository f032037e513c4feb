package phoneseller.customer.web;

import java.util.List;

/** An order as its stream tells of it: its row, and each step of its timeline. */
record OrderState(CustomerRow row, List<Timelines.Told> steps) {}
