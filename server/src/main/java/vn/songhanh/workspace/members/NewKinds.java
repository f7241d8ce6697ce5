package vn.songhanh.workspace.members;

import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Lets roles do with a kind that the company meets for the first time what its module proposes. */
@Component
class NewKinds implements SmartInitializingSingleton {

    private final Kinds kinds;
    private final RoleStore store;
    private final TransactionTemplate transaction;

    NewKinds(Kinds kinds, RoleStore store, TransactionTemplate transaction) {
        this.kinds = kinds;
        this.store = store;
        this.transaction = transaction;
    }

    @Override
    public void afterSingletonsInstantiated() {
        kinds.registered().forEach(kind -> transaction.executeWithoutResult(here -> store.meet(kind)));
    }
}
