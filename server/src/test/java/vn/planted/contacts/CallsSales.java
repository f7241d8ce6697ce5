package vn.planted.contacts;

import vn.planted.sales.Deal;

class CallsSales {

    Deal deal() {
        return new Deal("one");
    }
}
