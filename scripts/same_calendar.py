"""Reads a calendar file with the icalendar library and compares it with the view it was made of.

Usage: same_calendar.py FILE.ics FILE.json
"""

import json
import sys
from datetime import date, timedelta

from icalendar import Calendar


def main() -> int:
    with open(sys.argv[1], "rb") as file:
        text = file.read()
    with open(sys.argv[2], encoding="utf-8") as file:
        rows = json.load(file)["view"]["rows"]
    faults = []
    if any(len(line) > 75 for line in text.split(b"\r\n")):
        faults.append("a line is longer than 75 octets")
    calendar = Calendar.from_ical(text)
    events = [part for part in calendar.walk("VEVENT")]
    if any(event.errors for event in events):
        faults.append("the library reports errors: " + str([event.errors for event in events if event.errors]))
    if len(events) != len(rows):
        faults.append(f"{len(events)} events of {len(rows)} rows")
    names = [str(event["UID"]) for event in events]
    if len(set(names)) != len(names):
        faults.append("two events have one UID")
    for event, row in zip(events, rows):
        start, end = event.decoded("DTSTART"), event.decoded("DTEND")
        if not (isinstance(start, date) and end >= start + timedelta(days=1)):
            faults.append(f"{event['UID']} ends before it begins")
        if not str(event["SUMMARY"]).endswith(row["title"]):
            faults.append(f"{event['SUMMARY']} is not {row['title']}")
        if len(row["date"]) == 10 and start.isoformat() != row["date"]:
            faults.append(f"{event['UID']} begins on {start}, not on {row['date']}")
    for fault in faults:
        print(f"{sys.argv[1]}: {fault}", file=sys.stderr)
    return 1 if faults else 0


sys.exit(main())
