package vn.songhanh.sample;

import com.github.kagkarlsson.scheduler.Scheduler;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import org.springframework.stereotype.Component;
import vn.songhanh.alignment.handoff.HandoffId;
import vn.songhanh.alignment.handoff.Handoffs;
import vn.songhanh.alignment.sla.Goal;
import vn.songhanh.alignment.sla.Proposal;
import vn.songhanh.alignment.sla.Side;
import vn.songhanh.alignment.sla.Sla;
import vn.songhanh.alignment.sla.SlaInput;
import vn.songhanh.alignment.sla.SlaTerms;
import vn.songhanh.alignment.sla.Slas;
import vn.songhanh.contacts.Address;
import vn.songhanh.contacts.company.Companies;
import vn.songhanh.contacts.company.Company;
import vn.songhanh.contacts.company.CompanyId;
import vn.songhanh.contacts.company.CompanyInput;
import vn.songhanh.contacts.contact.Contact;
import vn.songhanh.contacts.contact.ContactId;
import vn.songhanh.contacts.contact.ContactInput;
import vn.songhanh.contacts.contact.Contacts;
import vn.songhanh.contacts.contact.PersonName;
import vn.songhanh.contacts.contact.Reach;
import vn.songhanh.contacts.lifecycle.LifecycleStage;
import vn.songhanh.contacts.lifecycle.OtherKind;
import vn.songhanh.contacts.lifecycle.OtherKinds;
import vn.songhanh.contacts.source.Source;
import vn.songhanh.contacts.timeline.Direction;
import vn.songhanh.contacts.timeline.TouchInput;
import vn.songhanh.contacts.timeline.TouchKind;
import vn.songhanh.sales.competitor.CompetitorInput;
import vn.songhanh.sales.competitor.Competitors;
import vn.songhanh.sales.deal.Deal;
import vn.songhanh.sales.deal.DealId;
import vn.songhanh.sales.deal.DealInput;
import vn.songhanh.sales.deal.Deals;
import vn.songhanh.sales.pipeline.Pipelines;
import vn.songhanh.sales.pipeline.Stage;
import vn.songhanh.sales.pipeline.StageKind;
import vn.songhanh.shared.IfMatch;
import vn.songhanh.shared.MemberId;
import vn.songhanh.shared.Money;
import vn.songhanh.shared.TeamId;
import vn.songhanh.shared.Text;
import vn.songhanh.shared.Via;
import vn.songhanh.shared.Viewer;
import vn.songhanh.workspace.access.SampleData;
import vn.songhanh.workspace.access.StandIns;
import vn.songhanh.workspace.access.Viewers;
import vn.songhanh.workspace.calendar.Calendars;
import vn.songhanh.workspace.events.EventDispatcher;
import vn.songhanh.workspace.members.MemberInput;
import vn.songhanh.workspace.members.Members;
import vn.songhanh.workspace.members.Role;
import vn.songhanh.workspace.members.TeamInput;
import vn.songhanh.workspace.members.Teams;

/**
 * Half a year of a company that sells coffee to offices: {@value #COMPANIES} companies, {@value #CONTACTS} contacts in
 * every stage, {@value #DEALS} deals, and the hand-offs between its two departments, some kept and some not. The same
 * at every run but for its dates, which end today. Everybody acts through the use cases, at the moment when it
 * happened; timed work rests meanwhile and the clocks are looked at by hand.
 */
@Component
class SampleCompany implements SampleData {

    static final int COMPANIES = 40;
    static final int CONTACTS = 400;
    static final int DEALS = 120;

    private static final int DAYS = 182;
    private static final long SEED = 20_261_124;

    private final Members members;
    private final Teams teams;
    private final StandIns standIns;
    private final Viewers viewers;
    private final Companies companies;
    private final Contacts contacts;
    private final OtherKinds otherKinds;
    private final Deals deals;
    private final Competitors competitors;
    private final Pipelines pipelines;
    private final Handoffs handoffs;
    private final Slas slas;
    private final Calendars calendars;
    private final EventDispatcher events;
    private final Scheduler timers;
    private final Clock clock;

    SampleCompany(
            Members members,
            Teams teams,
            StandIns standIns,
            Viewers viewers,
            Companies companies,
            Contacts contacts,
            OtherKinds otherKinds,
            Deals deals,
            Competitors competitors,
            Pipelines pipelines,
            Handoffs handoffs,
            Slas slas,
            Calendars calendars,
            EventDispatcher events,
            Scheduler timers,
            Clock clock) {
        this.members = members;
        this.teams = teams;
        this.standIns = standIns;
        this.viewers = viewers;
        this.companies = companies;
        this.contacts = contacts;
        this.otherKinds = otherKinds;
        this.deals = deals;
        this.competitors = competitors;
        this.pipelines = pipelines;
        this.handoffs = handoffs;
        this.slas = slas;
        this.calendars = calendars;
        this.events = events;
        this.timers = timers;
        this.clock = clock;
    }

    @Override
    public void create(Viewer owner) {
        timers.pause();
        try {
            events.alone(() -> new Story(owner).tell());
        } finally {
            timers.resume();
        }
    }

    /** One run, with what it has made so far. */
    private final class Story {

        private final Viewer owner;
        private final Random random = new Random(SEED);
        private final Diary diary = new Diary(calendars.current(), random);
        private final Instant present = clock.instant();
        private final Instant begin = present.minus(DAYS, ChronoUnit.DAYS);
        private final ZoneId zone = calendars.current().zoneAt(present);
        private final Map<Role, List<MemberId>> staff = new EnumMap<>(Role.class);
        private final Map<MemberId, Viewer> known = new HashMap<>();
        private final List<CompanyId> firms = new ArrayList<>();
        private final List<OtherKind> kinds = otherKinds.all();
        private List<Stage> selling = List.of();
        private final Queue<Runnable> ripe = new ArrayDeque<>();
        private int opened;

        Story(Viewer owner) {
            this.owner = owner;
        }

        void tell() {
            hire();
            agree();
            Words.COMPETITORS.forEach(said -> competitors.create(owner, new CompetitorInput(said, null)));
            selling = pipelines.all(owner).getFirst().stages().stream()
                    .filter(stage -> stage.kind() == StageKind.SELLING)
                    .toList();
            for (int i = 0; i < COMPANIES; i++) {
                meet(i);
            }
            for (int i = 0; i < CONTACTS; i++) {
                person(i);
            }
            diary.live(present, this::lookAtTheClocks, events::catchUp);
            while (opened < DEALS) {
                ripe.remove().run();
            }
            events.catchUp();
            staff.values().forEach(standIns::end);
        }

        private void lookAtTheClocks() {
            while (handoffs.look()) {
                // the next batch
            }
        }

        private void hire() {
            TeamId marketing =
                    teams.create(owner, new TeamInput("Marketing", null)).id();
            TeamId sales = teams.create(owner, new TeamInput("Bán hàng", null)).id();
            hire("Vũ Phương Mai", Role.MARKETING_MANAGER, marketing);
            hire("Trần Minh Châu", Role.MARKETER, marketing);
            hire("Lê Quốc Bảo", Role.MARKETER, marketing);
            MemberId director = hire("Phạm Việt Hùng", Role.SALES_MANAGER, sales);
            hire("Đặng Ngọc Lan", Role.INSIDE_REP, sales);
            hire("Nguyễn Hoài Nam", Role.INSIDE_REP, sales);
            hire("Bùi Thu Trang", Role.INSIDE_REP, sales);
            hire("Hoàng Đức Thắng", Role.OUTSIDE_REP, sales);
            hire("Huỳnh Minh Quân", Role.OUTSIDE_REP, sales);
            var team = teams.require(sales);
            teams.update(owner, sales, team.version(), new TeamInput(team.name(), director));
        }

        private MemberId hire(String name, Role role, TeamId team) {
            MemberId id = members.create(owner, new MemberInput(name, null, role, team, true, null))
                    .id();
            standIns.begin(id);
            staff.computeIfAbsent(role, any -> new ArrayList<>()).add(id);
            return id;
        }

        /**
         * Half a year ago they promised 200 million a month and 240 since the month before last; marketing has signed
         * for 350 from the next month on, and waits for sales.
         */
        private void agree() {
            LocalDate today = present.atZone(zone).toLocalDate();
            LocalDate month = today.withDayOfMonth(1);
            diary.write(
                    begin.plus(1, ChronoUnit.MINUTES),
                    () -> promise(1_000_000_000, "0.2", begin.atZone(zone).toLocalDate(), Side.MARKETING, Side.SALES));
            LocalDate second = month.minusMonths(1);
            diary.write(
                    at(second.minusDays(6)), () -> promise(1_200_000_000, "0.2", second, Side.SALES, Side.MARKETING));
            diary.write(
                    present.minus(20, ChronoUnit.HOURS),
                    () -> promise(1_400_000_000, "0.25", month.plusMonths(1), Side.MARKETING));
        }

        private Instant at(LocalDate day) {
            return day.atTime(9, 30).atZone(zone).toInstant();
        }

        /** Whose side signs first proposes. */
        private void promise(long target, String share, LocalDate startsOn, Side... signing) {
            Sla sla = slas.inForce(startsOn);
            SlaTerms terms = sla.terms();
            Goal goal = new Goal(Money.vnd(target), new BigDecimal(share), 7, new BigDecimal("0.05"));
            SlaInput input = new SlaInput(
                    sla.name(),
                    new SlaTerms(
                            goal,
                            terms.tiers(),
                            terms.leadTypes(),
                            terms.rejectionReasons(),
                            terms.remindAt(),
                            terms.disputeWithinDays(),
                            terms.countOnceInDays()),
                    startsOn);
            Proposal proposal = slas.propose(head(signing[0]), sla.id(), sla.version(), input);
            for (Side side : signing) {
                slas.sign(head(side), sla.id(), proposal.id(), proposal.version(), side);
            }
        }

        private Viewer head(Side side) {
            Role role = side == Side.MARKETING ? Role.MARKETING_MANAGER : Role.SALES_MANAGER;
            return as(staff.getOrDefault(role, List.of(owner.member())).getFirst());
        }

        private void meet(int i) {
            Words.Firm firm = Words.FIRMS.get(i);
            diary.write(
                    begin.plus(i, ChronoUnit.HOURS),
                    () -> firms.add(companies
                            .create(
                                    as(one(Role.MARKETER)),
                                    new CompanyInput(
                                            Company.Details.of(Map.of(
                                                    "name",
                                                    firm.name(),
                                                    "taxCode",
                                                    taxCode(301_000_000 + i * 7_919),
                                                    "domain",
                                                    domain(firm.name()),
                                                    "website",
                                                    "https://www." + domain(firm.name()),
                                                    "phone",
                                                    "028 3%03d %04d".formatted(800 + i, 1000 + i * 37),
                                                    "industry",
                                                    firm.industry(),
                                                    "employees",
                                                    20 + random.nextInt(400),
                                                    "address",
                                                    new Address(null, firm.province(), null, null, null, null))),
                                            null,
                                            LifecycleStage.LEAD,
                                            null),
                                    true)
                            .id()));
        }

        /** One person's way, as far as it goes. */
        private void person(int i) {
            int way = random.nextInt(100);
            Instant day = begin.plus(3 + (long) (Math.sqrt(random.nextDouble()) * (DAYS - 4)), ChronoUnit.DAYS);
            Instant open = diary.soon(day, 5, 470);
            // Nobody is met in days to come: who would be writes at night instead.
            Instant met = open.isBefore(present) ? open : present.minus(5 + i, ChronoUnit.MINUTES);
            diary.write(met, () -> {
                ContactId id = greet(i, way < 15 ? LifecycleStage.SUBSCRIBER : LifecycleStage.LEAD);
                if (way >= 15 && way < 19) {
                    diary.write(
                            diary.later(met, 3, 9),
                            () -> contacts.move(
                                    owner,
                                    id,
                                    IfMatch.ANY,
                                    LifecycleStage.OTHER,
                                    kinds.get(i % kinds.size()).id(),
                                    "Không phải khách hàng"));
                } else if (way >= 44) {
                    Instant ripe = diary.later(met, 0, 12);
                    diary.write(ripe, () -> qualify(id, ripe));
                } else if (way >= 30) {
                    nurture(id, met);
                }
            });
        }

        private ContactId greet(int i, LifecycleStage stage) {
            boolean woman = random.nextInt(100) < 55;
            String name = any(Words.FAMILIES) + " " + any(woman ? Words.WOMEN : Words.MEN);
            Words.Origin origin = any(Words.ORIGINS);
            boolean employed = random.nextInt(100) < 78;
            Viewer marketer = as(one(Role.MARKETER));
            String login = Text.fold(name).replace(" ", "") + i;
            Map<String, Object> said = new HashMap<>(Map.of(
                    "name",
                    new PersonName(name, null, ""),
                    "reach",
                    Reach.of(
                            List.of(login + "@vidu.vn"),
                            stage == LifecycleStage.SUBSCRIBER
                                    ? List.of()
                                    : List.of("09%02d%06d".formatted(10 + i % 80, 111_111 + i * 1_237)))));
            if (employed) {
                said.put("jobTitle", any(Words.JOBS));
                said.put("companyId", any(firms));
            }
            said.put("source", new Source(origin.channel(), origin.campaign(), origin.medium()));
            said.put("tags", random.nextInt(5) == 0 ? List.of("ưu tiên") : List.of());
            return contacts.create(marketer, new ContactInput(Contact.Details.of(said), null, stage, null), true)
                    .id();
        }

        private void nurture(ContactId id, Instant met) {
            diary.write(
                    diary.later(met, 1, 6), () -> log(as(one(Role.MARKETER)), id, TouchKind.EMAIL, any(Words.MAILS)));
        }

        /** Marketing's definition is met: the hand-off opens, and a rep is asked. */
        private void qualify(ContactId id, Instant at) {
            raise(as(one(Role.MARKETER)), id, LifecycleStage.MQL);
            int outcome = random.nextInt(100);
            if (calendars.current().minutesBetween(at, present) < 480 && outcome % 3 > 0) {
                // Still waits for its rep.
                return;
            }
            if (outcome < 72) {
                Instant touch = diary.soon(at, 4, 14);
                diary.write(touch, () -> touched(id, touch));
            } else if (outcome < 84) {
                Instant late = diary.soon(at, 250, 430);
                diary.write(late, () -> touched(id, late));
            } else if (outcome < 93) {
                diary.write(
                        diary.soon(at, 20, 200),
                        () -> open(
                                id,
                                (rep, handoff) -> handoffs.reject(
                                        rep, handoff, any(List.of("NOT_ICP", "BAD_CONTACT", "DUPLICATE")), null)));
            } else {
                Instant afterAll = diary.later(at, 3, 6);
                diary.write(afterAll, () -> touched(id, afterAll));
            }
        }

        private void touched(ContactId id, Instant at) {
            open(id, (rep, handoff) -> {
                handoffs.accept(rep, handoff);
                log(rep, id, TouchKind.CALL, any(Words.CALLS));
                follow(rep, id, at);
            });
        }

        private void follow(Viewer rep, ContactId id, Instant at) {
            if (random.nextInt(100) < 40) {
                diary.write(diary.later(at, 1, 4), () -> log(rep, id, TouchKind.EMAIL, any(Words.MAILS)));
            }
            Instant begun = diary.later(at, 1, 6);
            if (begun.isBefore(present) && random.nextInt(100) < 82) {
                diary.write(begun, () -> sell(rep, id, begun));
            } else {
                diary.write(diary.later(at, 1, 5), () -> {
                    raise(rep, id, LifecycleStage.SQL);
                    ripe.add(() -> sell(rep, id, present));
                });
            }
        }

        private void sell(Viewer rep, ContactId id, Instant at) {
            if (opened == DEALS) {
                return;
            }
            opened++;
            var contact = contacts.require(owner, id);
            Words.Offer offer = any(Words.OFFERS);
            long million = offer.from() + random.nextInt(offer.to() - offer.from());
            LocalDate close = at.atZone(zone).toLocalDate().plusDays(25 + random.nextInt(40));
            String customer = contact.companyName() == null
                    ? contact.contact().details().name().fullName()
                    : contact.companyName();
            Map<String, Object> said = new HashMap<>(Map.of(
                    "name", offer.name() + " – " + customer,
                    "amount", Money.vnd(million * 1_000_000),
                    "contactIds", List.of(id),
                    "expectedCloseDate", close,
                    "nextStep", any(Words.STEPS),
                    "nextStepDate", at.atZone(zone).toLocalDate().plusDays(3 + random.nextInt(9)),
                    "tags", List.of(offer.name())));
            if (contact.contact().companyId() != null) {
                said.put("companyId", contact.contact().companyId());
            }
            DealId deal = deals.create(rep, new DealInput(Deal.Details.of(said), null, null, null))
                    .id();
            int end = random.nextInt(100);
            int steps = end < 44 ? selling.size() - 1 : random.nextInt(selling.size());
            Instant when = at;
            for (int step = 1; step <= steps; step++) {
                Stage stage = selling.get(step);
                when = diary.later(when, 1, 7);
                diary.write(when, () -> {
                    deals.move(rep, deal, IfMatch.ANY, stage.id());
                    log(rep, id, any(List.of(TouchKind.CALL, TouchKind.MEETING, TouchKind.VISIT)), any(Words.VISITS));
                });
            }
            Instant closed = diary.later(when, 2, 9);
            if (end < 44) {
                diary.write(closed, () -> deals.win(rep, deal, IfMatch.ANY));
                if (end < 16) {
                    diary.write(diary.later(closed, 5, 15), () -> raise(owner, id, LifecycleStage.EVANGELIST));
                }
            } else if (end < 84) {
                String reason = any(List.of("TIMING", "BUDGET", "NO_DECISION", "COMPETITOR", "NOT_ICP"));
                diary.write(closed, () -> deals.lose(rep, deal, IfMatch.ANY, reason, null, random.nextInt(3) > 0));
            }
        }

        private interface Answer {
            void give(Viewer rep, HandoffId handoff);
        }

        /** What whoever has the open hand-off does with it; nothing when there is none any more. */
        private void open(ContactId id, Answer answer) {
            handoffs.openOf(id).ifPresent(open -> answer.give(as(open.rep()), open.id()));
        }

        /** Unless a deal of theirs, or of their company, has brought them further meanwhile. */
        private void raise(Viewer viewer, ContactId id, LifecycleStage stage) {
            if (stage.isAbove(contacts.require(owner, id).contact().lifecycleStage())) {
                contacts.move(viewer, id, IfMatch.ANY, stage, null, null);
            }
        }

        private void log(Viewer viewer, ContactId id, TouchKind kind, String text) {
            contacts.log(viewer, id, new TouchInput(kind, text, null, Direction.OUT));
        }

        private Viewer as(MemberId member) {
            return known.computeIfAbsent(member, id -> viewers.of(id, Via.SCREEN));
        }

        private MemberId one(Role role) {
            return any(staff.getOrDefault(role, List.of(owner.member())));
        }

        private <T> T any(List<T> list) {
            return list.get(random.nextInt(list.size()));
        }
    }

    private static String domain(String name) {
        String[] words = Text.fold(name).replaceAll("[^a-z0-9 ]", "").split(" ");
        StringBuilder domain = new StringBuilder();
        for (int i = Math.max(0, words.length - 3); i < words.length; i++) {
            domain.append(words[i]);
        }
        return domain.append(".vn").toString().toLowerCase(Locale.ROOT);
    }

    /** Nine digits with the tenth that checks them; a number for which there is none gives way to the next. */
    private static String taxCode(int digits) {
        int[] weights = {31, 29, 23, 19, 17, 13, 7, 5, 3};
        String nine = "%010d".formatted(digits).substring(1);
        int sum = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i] * (nine.charAt(i) - '0');
        }
        return sum % 11 == 0 ? taxCode(digits + 1) : nine + (10 - sum % 11);
    }
}
