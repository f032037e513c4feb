package phoneseller.broken.adapter.web;

import phoneseller.broken.adapter.http.PublicAdapter;

/** Breaks "adapters are strangers". */
class FriendlyAdapter {

  PublicAdapter friend = new PublicAdapter();
}
