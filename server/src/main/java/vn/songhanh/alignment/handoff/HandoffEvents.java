package vn.songhanh.alignment.handoff;

import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.songhanh.contacts.ContactId;
import vn.songhanh.contacts.Direction;
import vn.songhanh.contacts.LifecycleStage;
import vn.songhanh.contacts.LifecycleStageChanged;
import vn.songhanh.contacts.TouchLogged;
import vn.songhanh.shared.Envelope;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.Permissions;
import vn.songhanh.shared.RecordKind;
import vn.songhanh.shared.Via;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.events.EventConsumer;

/** What hand-offs hear of: contacts that come and go in their lifecycle, by deals or otherwise, and touches. */
@Configuration(proxyBeanMethods = false)
class HandoffEvents {

    @Bean
    EventConsumer handoffConsumer(Handoffs handoffs) {
        return EventConsumer.named("alignment.handoffs")
                .on(LifecycleStageChanged.class, told -> stageChanged(handoffs, told))
                .on(TouchLogged.class, told -> touchLogged(handoffs, told));
    }

    private static void stageChanged(Handoffs handoffs, Envelope<LifecycleStageChanged> told) {
        LifecycleStageChanged event = told.event();
        if (event.history()) {
            return;
        }
        List<ContactId> mqls = event.contactsNow(LifecycleStage.MQL);
        if (!mqls.isEmpty()) {
            // The moment of recording: a stage that is set back to an earlier day starts no clock in the past.
            handoffs.offer(Viewer.SYSTEM, mqls, told.id(), told.at());
        }
        switch (event.cause()) {
            case DEAL_OPENED, DEAL_WON -> {
                List<ContactId> taken = beyond(event);
                if (!taken.isEmpty()) {
                    handoffs.qualifiedByDeal(by(told), taken, event.operation(), told.at());
                }
            }
            case DEAL_REVERSED -> {}
            case CREATED, MANUAL, IMPORTED, SCORED, FORM, QUALIFIED, REJECTED, RECYCLED, COMPANY, ADVOCACY, MERGED ->
                moved(handoffs, told);
        }
    }

    private static void moved(Handoffs handoffs, Envelope<LifecycleStageChanged> told) {
        List<ContactId> sqls = contacts(told.event(), LifecycleStage.SQL);
        if (!sqls.isEmpty()) {
            handoffs.accepted(by(told), sqls, told.at());
        }
        List<ContactId> beyond = beyond(told.event());
        if (!beyond.isEmpty()) {
            handoffs.qualified(by(told), beyond, told.at());
        }
        List<ContactId> gone =
                contacts(told.event(), LifecycleStage.SUBSCRIBER, LifecycleStage.LEAD, LifecycleStage.OTHER);
        if (!gone.isEmpty()) {
            handoffs.withdraw(by(told), gone, told.at());
        }
    }

    /** A first response is a person's, outbound; an automatic reply is none. */
    private static void touchLogged(Handoffs handoffs, Envelope<TouchLogged> told) {
        TouchLogged touch = told.event();
        MemberId member = touch.member();
        boolean human = told.via() != Via.AUTOMATION && told.via() != Via.IMPORT;
        if (member != null
                && human
                && touch.direction() == Direction.OUT
                && touch.kind().isContact()) {
            handoffs.touched(by(told), touch.contact(), member, touch.loggedAt());
        }
    }

    /** Those whom sales has taken by this; who was an opportunity before has no open hand-off any more. */
    private static List<ContactId> beyond(LifecycleStageChanged event) {
        return event.changes().stream()
                .filter(change -> change.kind() == RecordKind.CONTACT
                        && change.from() != null
                        && LifecycleStage.OPPORTUNITY.isAbove(change.from())
                        && !LifecycleStage.OPPORTUNITY.isAbove(change.to()))
                .map(change -> new ContactId(change.id()))
                .toList();
    }

    /** Those that came to one of the stages from another; who is new has no hand-off yet. */
    private static List<ContactId> contacts(LifecycleStageChanged event, LifecycleStage... stages) {
        Set<LifecycleStage> wanted = Set.of(stages);
        return event.changes().stream()
                .filter(change ->
                        change.kind() == RecordKind.CONTACT && change.from() != null && wanted.contains(change.to()))
                .map(change -> new ContactId(change.id()))
                .toList();
    }

    /** The steps name the person whose doing they follow from. */
    private static Viewer by(Envelope<?> told) {
        MemberId actor = told.actor();
        return actor == null
                ? Viewer.SYSTEM
                : new Viewer(
                        actor, Viewer.SYSTEM.team(), Set.of(), Permissions.ALL, told.via(), Viewer.SYSTEM.locale());
    }
}
