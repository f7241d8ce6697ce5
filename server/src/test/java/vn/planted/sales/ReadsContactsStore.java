package vn.planted.sales;

import vn.planted.jooq.contacts.Tables;

class ReadsContactsStore {

    String contact() {
        return Tables.CONTACT;
    }
}
