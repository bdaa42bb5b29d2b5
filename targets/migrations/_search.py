"""What rows are found by, as functions in the database; targets/rules/search.py asks what these keep."""

import unicodedata

from pypinyin.constants import PINYIN_DICT

# Spaces and punctuation, but for full stop, hyphen, per cent and per mille; the rule that asks has the same.
BETWEEN = (
    r"[\u0001-\u0024\u0026-\u002c\u002f\u003a-\u0040\u005b-\u0060\u007b-\u00bf"
    r"\u2000-\u202f\u2031-\u206f\u3000-\u3004\u3008-\u3020\u3030-\u303f]+"
)

READINGS = """
CREATE TABLE targets_reading (sign text COLLATE "C" PRIMARY KEY, initials text NOT NULL);
COMMENT ON TABLE targets_reading IS 'Chinese characters with the first letters of their readings, the usual one first';
"""

WORDS = rf"""
CREATE FUNCTION targets_search_words(texts text[], spelled text) RETURNS tsvector
LANGUAGE plpgsql STABLE AS $$
-- Not in the language sql: there it would be planned anew for each row, which takes longer than to run it.
BEGIN RETURN (
  WITH line AS (
    SELECT place, trim(regexp_replace(lower(normalize(left(text, 400), NFKC) COLLATE "C"), '{BETWEEN}', ' ', 'g')) AS said
    FROM unnest(texts) WITH ORDINALITY AS one(text, place) WHERE text <> ''
  ), sign AS (
    SELECT place, said, at::integer, one.sign,
      -- One look for each character: a join would read the whole table for a name of ten.
      (SELECT initials FROM targets_reading WHERE targets_reading.sign = one.sign) AS initials,
      CASE WHEN one.sign BETWEEN 'a' AND 'z' THEN 'a' WHEN one.sign BETWEEN '0' AND '9' THEN '0' ELSE '' END AS kind
    FROM line CROSS JOIN LATERAL string_to_table(said COLLATE "C", NULL) WITH ORDINALITY AS one(sign, at)
  ), begun AS (
    SELECT *, lag(kind) OVER (PARTITION BY place ORDER BY at) AS kind_before FROM sign
  ), literal AS (
    SELECT split_part(substr(said, at, CASE kind WHEN '' THEN 3 ELSE 12 END), ' ', 1) AS kept FROM begun
    WHERE sign NOT IN (' ', '.', '-', '%') AND NOT (kind <> '' AND kind = coalesce(kind_before, ''))
  ), row_of_initials AS (
    SELECT place, length(said) AS size,
      string_agg(coalesce(left(initials, 1), CASE kind WHEN '' THEN ' ' ELSE sign END), '' ORDER BY at) AS usual,
      string_agg(coalesce(right(initials, 1), CASE kind WHEN '' THEN ' ' ELSE sign END), '' ORDER BY at) AS other
    FROM sign GROUP BY place, said HAVING count(initials) > 0
  ), sounding AS (
    SELECT usual AS row, 1 AS first, size AS last FROM row_of_initials
    UNION ALL SELECT other, 1, size FROM row_of_initials WHERE other <> usual
    UNION ALL
    SELECT overlay(usual PLACING letter FROM at FOR 1), greatest(at - 5, 1), at
    FROM row_of_initials JOIN sign USING (place) CROSS JOIN LATERAL string_to_table(substr(initials, 2), NULL) AS letter
    UNION ALL
    SELECT regexp_replace(spelled, '([^ ])[^ ]* ?', '\1', 'g'), 1, 400 WHERE spelled <> ''
  ), initial AS (
    SELECT '~' || split_part(substr(row, at, 6), ' ', 1) AS kept FROM sounding
    CROSS JOIN LATERAL generate_series(first, least(last, length(row))) AS at WHERE substr(row, at, 2) !~ ' '
  ), pinyin AS (
    SELECT '^' || left(string_agg(syllable, '') OVER (ORDER BY at ROWS BETWEEN CURRENT ROW AND 7 FOLLOWING), 14) AS kept
    FROM string_to_table(spelled, ' ') WITH ORDINALITY AS one(syllable, at) WHERE syllable ~ '^[a-z]+$'
  )
  SELECT array_to_tsvector(coalesce(array_agg(kept), '{{}}')) FROM (
    SELECT kept FROM literal UNION ALL SELECT kept FROM initial UNION ALL SELECT kept FROM pinyin
  ) AS all_kept WHERE length(kept) > 0 AND kept <> '~'
);
END $$;
"""

WITHIN = """
CREATE FUNCTION targets_search_of(named text, key bigint, marks text) RETURNS tsvector
LANGUAGE plpgsql STABLE AS $$
BEGIN RETURN coalesce((
    SELECT ts_delete(words, ARRAY(SELECT lexeme FROM unnest(words) WHERE strpos(marks, left(lexeme, 1)) > 0))
    FROM targets_searchentry WHERE noun = named AND row = key
  ), ''::tsvector);
END $$;
COMMENT ON FUNCTION targets_search_of IS
  'What a row is found by, for those that stand on it; without what begins with one of the marks: @ its noun, ^ full pinyin';
"""

DOCUMENTS = {
    "organisation": "targets_search_words(ARRAY[name, name_en, code], sort_key) FROM targets_organisation",
    "area": "targets_search_words(ARRAY[name, name_en, code], sort_key) FROM targets_area",
    "indicator": "targets_search_words(ARRAY[name, name_en, code, unit, class_attribute, definition], sort_key)"
    " FROM targets_indicator",
    "source": "targets_search_words(ARRAY[title, title_en, code, publisher], '') FROM targets_source",
    "plan": "targets_search_words(ARRAY[name, name_en, code, document_number], sort_key) FROM targets_plan",
    "task": """targets_search_words(ARRAY[name, name_en, code, number, "group"], sort_key) FROM targets_task""",
    "series": "targets_search_words(ARRAY[code, breakdown, basis], '') || targets_search_of('indicator', indicator_id, '@')"
    " || targets_search_of('area', area_id, '@') || targets_search_of('organisation', organisation_id, '@')"
    " FROM targets_series",
    "citation": "targets_search_words(ARRAY[story, lines, page, paragraph, wording], '')"
    " || targets_search_of('source', source_id, '@') FROM targets_citation",
    "update": "targets_search_words(ARRAY[progress, problem, next_step, evidence], '')"
    " || targets_search_of('task', task_id, '@^') FROM targets_update",
    "target": """targets_search_words(
        ARRAY[code, note] || ARRAY(SELECT wording::text FROM targets_targetrevision WHERE target_id = targets_target.id), ''
      ) || targets_search_of('series', series_id, '@') || targets_search_of('plan', plan_id, '@^')
      || targets_search_of('task', task_id, '@^') FROM targets_target""",
}
"""The nouns in the order in which they stand on each other."""

BELOW = {
    "organisation": [("series", "targets_series", "organisation_id")],
    "area": [("series", "targets_series", "area_id")],
    "indicator": [("series", "targets_series", "indicator_id")],
    "source": [("citation", "targets_citation", "source_id")],
    "plan": [("target", "targets_target", "plan_id")],
    "task": [("target", "targets_target", "task_id"), ("update", "targets_update", "task_id")],
    "series": [("target", "targets_target", "series_id")],
}


def _filled() -> str:
    branches = "\n".join(
        f"""
        {"IF" if place == 0 else "ELSIF"} named = '{noun}' THEN
          INSERT INTO targets_searchentry (noun, row, words)
          SELECT '{noun}', id, array_to_tsvector(ARRAY['@{noun}']) || {document} WHERE id = ANY(keys)
          ON CONFLICT (noun, row) DO UPDATE SET words = EXCLUDED.words
          WHERE targets_searchentry.words IS DISTINCT FROM EXCLUDED.words;"""
        for place, (noun, document) in enumerate(DOCUMENTS.items())
    )
    return f"""
        CREATE FUNCTION targets_search_fill(named text, keys bigint[]) RETURNS void LANGUAGE plpgsql AS $$
        BEGIN {branches}
        END IF;
        END $$;"""


def _renewed() -> str:
    branches = "\n".join(
        f"IF named = '{noun}' THEN PERFORM targets_search_renew('{below}', below.keys) FROM"
        f" (SELECT array_agg(id) AS keys FROM {table} WHERE {column} = ANY(keys_above)) AS below"
        " WHERE below.keys IS NOT NULL; END IF;"
        for noun, those in BELOW.items()
        for below, table, column in those
    ).replace("keys_above", "renewed")
    return f"""
        CREATE FUNCTION targets_search_renew(named text, renewed bigint[]) RETURNS void LANGUAGE plpgsql AS $$
        BEGIN
          PERFORM targets_search_fill(named, renewed);
          {branches}
        END $$;
        COMMENT ON FUNCTION targets_search_renew IS 'Renews search entries of rows, and of all that is found by their names';"""


def _all() -> str:
    fills = "\n".join(
        f"PERFORM targets_search_fill('{noun}', (SELECT array_agg(id) FROM targets_{table}));"
        for noun, table in ((noun, noun) for noun in DOCUMENTS)
    )
    return f"""
        CREATE FUNCTION targets_search_fill_all() RETURNS void LANGUAGE plpgsql AS $$ BEGIN {fills} END $$;
        COMMENT ON FUNCTION targets_search_fill_all IS 'Makes every search entry anew';"""


FUNCTIONS = WORDS + WITHIN + _filled() + _renewed() + _all()
REMOVED = """
DROP FUNCTION targets_search_fill_all, targets_search_renew, targets_search_fill, targets_search_of, targets_search_words;
DROP TABLE targets_reading;
"""


def fill_readings(apps, schema_editor):
    """The first letters of the readings of every character, as a dictionary knows them today."""
    rows = {chr(code): _initials(sounds) for code, sounds in PINYIN_DICT.items()}
    known = {sign: letters for sign, letters in rows.items() if letters and sign == unicodedata.normalize("NFKC", sign)}
    with schema_editor.connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO targets_reading (sign, initials) SELECT * FROM unnest(%s::text[], %s::text[])",
            [list(known), list(known.values())],
        )
        cursor.execute("ANALYZE targets_reading")


def _initials(sounds: str) -> str:
    """Different first letters, the usual one first; rare ones beyond the third fall away."""
    letters = [unicodedata.normalize("NFD", sound)[:1] for sound in sounds.split(",")]
    return "".join(dict.fromkeys(letter for letter in letters if "a" <= letter <= "z"))[:3]
