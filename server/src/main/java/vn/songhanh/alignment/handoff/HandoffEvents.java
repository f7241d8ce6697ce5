package vn.songhanh.alignment.handoff;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.songhanh.contacts.ContactKinds;
import vn.songhanh.contacts.contact.ContactId;
import vn.songhanh.contacts.lifecycle.LifecycleStage;
import vn.songhanh.contacts.lifecycle.LifecycleStageChanged;
import vn.songhanh.contacts.source.Sources;
import vn.songhanh.contacts.source.SourcesChanged;
import vn.songhanh.contacts.timeline.TouchLogged;
import vn.songhanh.shared.Envelope;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.events.EventConsumer;

/**
 * What hand-offs hear of: contacts that come and go in their lifecycle, by deals or otherwise, and touches. Events only
 * say of whom there is news; what the news is, is read when it is acted on.
 */
@Configuration(proxyBeanMethods = false)
class HandoffEvents {

    @Bean
    EventConsumer handoffConsumer(Handoffs handoffs) {
        return EventConsumer.named("alignment.handoffs")
                .on(LifecycleStageChanged.class, told -> stageChanged(handoffs, told))
                .on(
                        TouchLogged.class,
                        told -> handoffs.hear(List.of(told.event().contact())));
    }

    /** A hand-off keeps its lead's source as it was; only what it is called changes. */
    @Bean
    EventConsumer sourcesOfHandoffs(HandoffStore store, Sources sources) {
        return EventConsumer.named("alignment.sources")
                .on(SourcesChanged.class, told -> store.renameSources(sources.words()));
    }

    private static void stageChanged(Handoffs handoffs, Envelope<LifecycleStageChanged> told) {
        LifecycleStageChanged event = told.event();
        Set<ContactId> concerned = event.changes().stream()
                .filter(change -> change.kind().equals(ContactKinds.CONTACT) && change.from() != null)
                .map(change -> new ContactId(change.id()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        if (!event.history() && Turn.offers(event.cause())) {
            List<ContactId> mqls = event.contactsNow(LifecycleStage.MQL);
            if (!mqls.isEmpty()) {
                // The moment of recording: a stage that is set back to an earlier day starts no clock in the past.
                handoffs.offer(Viewer.SYSTEM, mqls, told.id(), told.at());
                concerned.addAll(mqls);
            }
        }
        if (!concerned.isEmpty()) {
            handoffs.hear(concerned);
        }
    }
}
