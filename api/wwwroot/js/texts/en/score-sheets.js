/** Texts of the page with score sheets. */
export const texts = {
  "sheets.title": "Score sheets",
  "sheets.noEvent": "The address names no event. Open the sheets from the event's page for organizers.",
  "sheets.zone": "times in {zone}",
  "sheets.allDivisions": "All divisions",
  "sheets.allCourts": "All courts",
  "sheets.match": "Match {number}",
  "sheets.date": "Date",
  "sheets.time": "Time",
  "sheets.team": "Team",
  "sheets.result": "Result",
  "sheets.remarks": "Remarks",
  "sheets.signature1": "Team 1, signature",
  "sheets.signature2": "Team 2, signature",
  "sheets.referee": "Referee, signature",
  "sheets.scorekeeper": "Scorekeeper, signature",
};
