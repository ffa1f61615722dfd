using System.Text;

namespace LiveFeed.Infrastructure.ScheduleFiles.Tables;

/// <summary>The usual headings of columns in English, German, French, Spanish and Italian.</summary>
internal static class ColumnHeadings
{
    /// <summary>A heading is never as long; what is longer is not looked at.</summary>
    private const int MaxHeading = 200;

    // For each field, the headings that say it best come first: if several columns fit, the first heading of this list is read.
    private static readonly Dictionary<ScheduleField, string[]> ByField = new()
    {
        [ScheduleField.Id] = Words("""
            id matchid match# match_no matchnr matchnum matchnumber gameid game# gameno gamenr gamenumber spielnr spielnummer spielid matchnummer lfdnr
            laufendenummer nummatch nmatch numeromatch numerodematch idmatch codematch numrencontre numerorencontre coderencontre npartido numpartido
            numeropartido numerodepartido idpartido ngara numgara numerogara idgara npartita numpartita numeropartita idpartita # nr no n number num nummer
            numero match game spiel partie partido partita gara begegnung rencontre
            """),
        // Beside a column of ids.
        [ScheduleField.Number] = Words("""
            number matchnumber matchno match_no matchnr matchnum gameno gamenr gamenumber spielnr spielnummer num nummer numero nummatch numeromatch
            numpartido numeropartido numpartita numeropartita
            """),
        [ScheduleField.Division] = Words("""
            division divisions div divisionname class klasse altersklasse spielklasse category kategorie categorie categoria agegroup league liga staffel
            competition wettbewerb bewerb championnat competicion campionato championship serie niveau nivel spielrunde group gruppe groupe grupo girone
            poule pool groupname poolname gruppenname vorrundengruppe
            """),
        // Beside a column of divisions. Without one, the pools are the divisions.
        [ScheduleField.Pool] = Words("pool poolname group groupname gruppe gruppenname vorrundengruppe groupe poule grupo girone"),
        [ScheduleField.WorkTeam] = Words("""
            workteam dutyteam refteam refereeteam officiatingteam scoringteam schiedsgericht kampfgericht schreibergericht equipearbitre
            equipeofficielle equipoarbitral squadraarbitro
            """),
        [ScheduleField.Referee] = Words("referee referees umpire umpires schiedsrichter schiri arbitre arbitres arbitro arbitros arbitri"),
        [ScheduleField.Scorekeeper] = Words("scorekeeper scorekeepers schreiber marqueur marqueurs anotador anotadores segnapunti"),
        [ScheduleField.LineJudge] = Words("linejudge linejudges linienrichter jugedeligne jugesdeligne juezdelinea juecesdelinea giudicedilinea giudicidilinea"),
        [ScheduleField.Helper] = Words("helper helpers helfer"),
        [ScheduleField.Format] = Words("format"),
        [ScheduleField.PartOf] = Words("partof"),
        [ScheduleField.Rubber] = Words("rubber"),
        [ScheduleField.Court] = Words("""
            court courtname courtno courtnumber feld spielfeld platz pitch field fieldname terrain cancha pista campo table tisch venue location ground
            stadium stadion stade estadio stadio hall halle sporthalle gym gymnase salle pabellon palestra austragungsort spielort ort lieu lugar sede luogo
            impianto site
            """),
        [ScheduleField.Team1] = Words("""
            team1 teama hometeam home homename firstteam heimmannschaft heimteam heimverein heim mannschaft1 mannschafta gastgebermannschaft equipe1 equipea
            equipedomicile domicile equiperecevante recevant locaux equipo1 equipoa equipolocal local squadra1 squadraa squadracasa squadradicasa
            squadraincasa casa player1 spieler1 joueur1 jugador1 giocatore1 side1 opponent1 participant1 competitor1
            """),
        [ScheduleField.Team2] = Words("""
            team2 teamb awayteam away awayname secondteam guest guestteam visitor visitors visitingteam gastmannschaft gastteam gastverein gast mannschaft2
            mannschaftb auswarts auswaertsteam equipe2 equipeb equipeexterieur equipeexterieure exterieur visiteur visiteurs equipevisiteuse equipo2 equipob
            equipovisitante visitante squadra2 squadrab squadraospite ospite ospiti squadratrasferta trasferta fuoricasa player2 spieler2 joueur2 jugador2
            giocatore2 side2 opponent2 participant2 competitor2
            """),
        [ScheduleField.Team1Label] = Words("team1label"),
        [ScheduleField.Team2Label] = Words("team2label"),
        [ScheduleField.Teams] = Words("""
            teams fixture fixtures matchup paarung spielpaarung begegnung spiel mannschaften rencontre affiche equipes encuentro enfrentamiento equipos
            incontro squadre match game partie partido partita gara summary
            """),
        [ScheduleField.StartsAt] = Words("""
            startsat startat start starts starttime startdatetime kickoff kickofftime datetime dateandtime datetimestart matchdatetime scheduledstart
            scheduledat scheduled begin beginn anfang spielbeginn anpfiff startzeit datumzeit datumuhrzeit datumunduhrzeit termin debut dateheure dateetheure
            heuredebut heurededebut coupdenvoi inicio comienzo fechahora fechayhora horainicio horadeinicio inizio orainizio oradiinizio dataora dataeora
            """),
        [ScheduleField.Date] = Words("date matchdate gamedate startdate day datum spieldatum tag jour datematch datedumatch fecha fechapartido dia data datagara datapartita giorno"),
        [ScheduleField.Time] = Words("time matchtime gametime zeit uhrzeit spielzeit heure heurematch horaire hora horario ora orario hour"),
        [ScheduleField.EndsAt] = Words("""
            endsat endat end ends endtime enddatetime scheduledend finish ende spielende endzeit bis fin heurefin heuredefin final finaliza horafin horadefin
            fine orafine oradifine termine until
            """),
        [ScheduleField.Duration] = Words("duration durationminutes durationmin length minutes dauer spieldauer dauermin dauerminuten minuten duree dureemin dureeminutes duracion duracionmin duracionminutos durata duratamin durataminuti"),
    };

    private static readonly Dictionary<string, List<(ScheduleField Field, int Rank)>> ByHeading = ByField
        .SelectMany(field => field.Value.Index().Select(word => (Heading: word.Item, Of: (field.Key, word.Index))))
        .GroupBy(word => word.Heading, word => word.Of)
        .ToDictionary(word => word.Key, word => word.ToList());

    /// <summary>Returns the fields that a heading can mean, each with its rank among the headings of that field: 0 is the best.</summary>
    /// <remarks>What stands in brackets after a heading is no part of it: "Start (Europe/Berlin)", "Duration (min)".</remarks>
    public static IReadOnlyList<(ScheduleField Field, int Rank)> FieldsOf(string heading) =>
        ByHeading.GetValueOrDefault(Fold(heading))
            ?? (heading.IndexOf('(', StringComparison.Ordinal) is > 0 and < MaxHeading and var bracket ? ByHeading.GetValueOrDefault(Fold(heading[..bracket])) : null)
            ?? [];

    /// <summary>Returns the heading in lower case without accents, blanks and marks: "N° du match" becomes "ndumatch".</summary>
    public static string Fold(string heading)
    {
        var folded = new StringBuilder();
        foreach (var c in ShortText.Of(heading, MaxHeading).Normalize(NormalizationForm.FormKD))
        {
            if (char.IsLetterOrDigit(c) || c == '#')
                folded.Append(char.ToLowerInvariant(c));
        }

        return folded.ToString();
    }

    private static string[] Words(string words) =>
        [.. words.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Fold)];
}
