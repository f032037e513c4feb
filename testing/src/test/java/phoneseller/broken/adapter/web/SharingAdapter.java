package phoneseller.broken.adapter.web;

import phoneseller.other.OtherService;

/** Breaks "services share little". */
class SharingAdapter {

  OtherService other = new OtherService();
}
