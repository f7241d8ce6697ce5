package vn.songhanh.contacts.contact;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import vn.songhanh.contacts.company.CompanyId;
import vn.songhanh.contacts.lifecycle.Cause;
import vn.songhanh.contacts.lifecycle.Lifecycle;
import vn.songhanh.contacts.lifecycle.LifecycleStage;
import vn.songhanh.contacts.lifecycle.LifecycleStageChanged;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.events.EventConsumer;

/**
 * When a company comes to a further stage, so do those whose company it is; when it loses what a deal had given it, so do
 * those who had it from there. It may lag: a company can have thousands.
 */
@Configuration(proxyBeanMethods = false)
class PeopleFollowCompany {

    @Bean
    EventConsumer peopleFollowTheirCompany(Lifecycle lifecycle) {
        return EventConsumer.named("contacts.people-follow-company").on(LifecycleStageChanged.class, envelope -> {
            LifecycleStageChanged event = envelope.event();
            if (event.cause() == Cause.DEAL_REVERSED && !event.companies().isEmpty()) {
                lifecycle.reconsider(event.companies(), event.operation(), envelope.at(), event.history());
            }
            if (event.history()) {
                return;
            }
            for (LifecycleStage stage : LifecycleStage.values()) {
                List<CompanyId> companies = event.companiesNow(stage);
                if (!companies.isEmpty() && propagates(event.cause(), stage)) {
                    lifecycle.follow(Viewer.SYSTEM, companies, stage, event.operation(), envelope.at());
                }
            }
        });
    }

    /** A company that is new has no people yet, and one that was set back by hand takes nobody with it. */
    private static boolean propagates(Cause cause, LifecycleStage stage) {
        return switch (cause) {
            case DEAL_OPENED, DEAL_WON, MANUAL, SCORED, FORM, QUALIFIED, ADVOCACY, MERGED ->
                stage != LifecycleStage.OTHER;
            case CREATED, IMPORTED, REJECTED, RECYCLED, DEAL_REVERSED, COMPANY -> false;
        };
    }
}
