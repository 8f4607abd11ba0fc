package org.jingzhun.household.telling;

/** What anybody may be told of a household or a person, and the statements that tell what is new of it. */
enum PublicState {

    /** Who lives there is part of it, by numbers; in their order, so that the same is always said in the same words. */
    HOUSEHOLD("household", """
            select h.id as about, h.number, h.village as lies_in,
                   greatest(h.valid_from, coalesce(m.since, h.valid_from)) as since,
                   case when h.removed_on is not null then 'household-removed' end as kind,
                   json_object('number', h.number, 'division', h.village, 'type', h.type, 'exitState', h.exit_state,
                               'monitoredKind', h.monitored_kind, 'removedOn', h.removed_on, 'removalReason', h.removal_reason,
                               'head', m.head,
                               'members', json_extract(concat('[', coalesce(m.members, ''), ']'), '$')) as body
              from household h
              left join (
                   select m.household_id,
                          group_concat(if(m.left_on is null, json_object('person', p.number, 'relation', m.relation), null)
                                       order by m.id) as members,
                          max(if(m.left_on is null and m.relation = '01', p.number, null)) as head,
                          max(greatest(m.valid_from, coalesce(m.left_on, m.valid_from))) as since
                     from membership m join person p on p.id = m.person_id
                    where m.household_id in (%1$s) group by m.household_id) m on m.household_id = h.id
             where h.id in (%1$s)
            """, "'household-registered'", "'household-changed'"),

    /** Where somebody lives, or lived last; with his match key under {@code :key}, if there is one. */
    PERSON("person", """
            select s.about, s.number, s.lies_in, s.since, null as kind,
                   if(s.match_key is null, s.body, json_insert(s.body, '$.matchKey', s.match_key)) as body
              from (
                   select p.id as about, p.number, h.village as lies_in, k.match_key,
                          greatest(p.valid_from, m.valid_from, coalesce(m.left_on, m.valid_from)) as since,
                          json_object('number', p.number, 'household', h.number, 'division', h.village,
                                      'status', case when p.died_on is not null then 'DEAD' when m.left_on is null then 'MEMBER'
                                                     else 'LEFT' end,
                                      'relation', m.relation, 'joinedOn', m.joined_on, 'joinReason', m.join_reason, 'leftOn', m.left_on,
                                      'leaveReason', m.leave_reason, 'diedOn', p.died_on) as body
                     from (select m.*, row_number() over (partition by m.person_id
                                  order by m.left_on is null desc, m.left_on desc, m.id desc) as place
                             from membership m where m.person_id in (%1$s)) m
                     join person p on p.id = m.person_id
                     join household h on h.id = m.household_id
                     left join told_match_key k on k.person_id = p.id and k.key_id = :key and k.made_of = unhex(md5(p.resident_id))
                    where m.place = 1) s
            """, "'person-changed'", "'person-changed'");

    private final String aggregate;
    private final String state;
    private final String first;
    private final String later;

    PublicState(String aggregate, String state, String first, String later) {
        this.aggregate = aggregate;
        this.state = state;
        this.first = first;
        this.later = later;
    }

    /** Notes what could be said, and marks by {@code :turn} where it is not what was said last. The values before are read first. */
    String compared(String ids) {
        return """
                insert into told_%1$s (%1$s_id, version, village, left_village, state, told_by)
                select s.about, 1, s.lies_in, null, md5(s.body), :turn from (%2$s) s order by s.about
                on duplicate key update
                   version = told_%1$s.version + if(told_%1$s.state = values(state), 0, 1),
                   left_village = if(told_%1$s.state = values(state) or told_%1$s.village = values(village), null, told_%1$s.village),
                   told_by = if(told_%1$s.state = values(state), told_%1$s.told_by, values(told_by)),
                   village = values(village),
                   state = values(state)
                """.formatted(aggregate, state.formatted(ids));
    }

    /** Says what is marked. */
    String told(String ids) {
        return """
                insert into fact_waiting (kind, aggregate_kind, aggregate, version, division, left_division, effective_on, recorded_at, body)
                select coalesce(s.kind, if(t.version = 1, %4$s, %5$s)), '%1$s', s.number, t.version, t.village, t.left_village, s.since, :now,
                       s.body
                  from told_%1$s t join (%2$s) s on s.about = t.%1$s_id
                 where t.%1$s_id in (%3$s) and t.told_by = :turn
                 order by t.%1$s_id
                """.formatted(aggregate, state.formatted(ids), ids, first, later);
    }
}
