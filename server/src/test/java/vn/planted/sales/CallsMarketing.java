package vn.planted.sales;

import vn.planted.marketing.Campaign;

class CallsMarketing {

    Campaign campaign() {
        return new Campaign("one");
    }
}
