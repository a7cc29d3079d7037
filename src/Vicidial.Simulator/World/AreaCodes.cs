namespace Vicidial.Simulator.World;

/// <summary>The location of a number, from its area code in North America, and from its country elsewhere.</summary>
internal static class AreaCodes
{
    /// <summary>State or province, hours from UTC, area codes.</summary>
    private const string NorthAmerica =
        "NL -3.5 709,879;NB -4 506,428;NS -4 782,902;PR -4 787,939;VI -4 340;BM -4 441;"
        + "CT -5 203,475,860,959;DE -5 302;DC -5 202,771;FL -5 "
        + "239,305,321,324,352,386,407,448,561,645,656,689,727,728,754,772,786,813,850,863,904,941,954;"
        + "GA -5 229,404,470,478,678,706,762,770,912,943;IN -5 219,260,317,463,574,765,812,930;KY -5 270,364,502,606,859;ME -5 207;"
        + "MD -5 227,240,301,410,443,667;MA -5 339,351,413,508,617,774,781,857,978;MI -5 231,248,269,313,517,586,616,734,810,906,947,989;"
        + "NH -5 603;NJ -5 201,551,609,640,732,848,856,862,908,973;"
        + "NY -5 212,315,332,347,363,516,518,585,607,631,646,680,716,718,838,845,914,917,929,934;NC -5 252,336,472,704,743,828,910,919,980,984;"
        + "OH -5 216,220,234,283,326,330,380,419,440,513,567,614,740,937;PA -5 215,223,267,272,412,445,484,570,582,610,717,724,814,835,878;"
        + "RI -5 401;SC -5 803,821,839,843,854,864;VT -5 802;VA -5 276,434,540,571,686,703,757,804,826,948;WV -5 304,681;"
        + "ON -5 226,249,289,343,365,382,416,437,519,548,613,647,683,705,742,753,807,905,942;QC -5 "
        + "263,354,367,418,438,450,468,514,579,581,819,873;JM -5 658,876;"
        + "AL -6 205,251,256,334,659,938;AR -6 327,479,501,870;IL -6 217,224,309,312,331,447,464,618,630,708,730,773,779,815,847,861,872;"
        + "IA -6 319,515,563,641,712;KS -6 316,620,785,913;LA -6 225,318,337,504,985;MN -6 218,320,507,612,651,763,924,952;MS -6 228,601,662,769;"
        + "MO -6 235,314,417,557,573,636,660,816,975;NE -6 308,402,531;ND -6 701;OK -6 405,539,572,580,918;SD -6 605;TN -6 "
        + "423,615,629,731,865,901,931;"
        + "TX -6 210,214,254,281,325,346,361,409,430,432,469,512,682,713,726,737,806,817,830,832,903,936,940,945,956,972,979;"
        + "WI -6 262,274,353,414,534,608,715,920;MB -6 204,431,584;SK -6 306,474,639;"
        + "AZ -7 480,520,602,623,928;CO -7 303,719,720,748,970,983;ID -7 208,986;MT -7 406;NM -7 505,575;TX -7 915;UT -7 385,435,801;WY -7 307;AB "
        + "-7 368,403,587,780,825;NT -7 867;"
        + "CA -8 209,213,279,310,323,341,350,369,408,415,424,442,510,530,559,562,619,626,628"
        + ",650,657,661,669,707,714,747,760,805,818,820,831,837,840,858,909,916,925,949,951;"
        + "NV -8 702,725,775;OR -8 458,503,541,971;WA -8 206,253,360,425,509,564;BC -8 236,250,257,604,672,778;"
        + "AK -9 907;HI -10 808";

    private static readonly Dictionary<string, (decimal Offset, string State)> Places = ReadPlaces();

    private static readonly Dictionary<string, decimal> Countries = new(StringComparer.Ordinal)
    {
        ["31"] = 1, ["32"] = 1, ["33"] = 1, ["34"] = 1, ["351"] = 0, ["353"] = 0, ["39"] = 1, ["41"] = 1, ["43"] = 1, ["44"] = 0,
        ["45"] = 1, ["46"] = 1, ["47"] = 1, ["48"] = 1, ["49"] = 1, ["52"] = -6, ["61"] = 10, ["63"] = 8, ["64"] = 12, ["81"] = 9, ["91"] = 5.5m,
    };

    private static readonly Dictionary<string, decimal> ZoneCodes = new(StringComparer.Ordinal)
    {
        ["NST"] = -3.5m, ["AST"] = -4, ["EST"] = -5, ["CST"] = -6, ["MST"] = -7, ["PST"] = -8, ["AKST"] = -9, ["HST"] = -10,
    };

    /// <summary>The UTC offset in hours by the first digit of a US postal code: imprecise, but enough to show the method.</summary>
    private static readonly decimal[] PostalZones = [-5, -5, -5, -5, -5, -6, -6, -6, -7, -8];

    public static bool IsKnown(string phoneNumber) => Find(phoneNumber) is not null;

    public static string? State(string phoneCode, string phoneNumber) => phoneCode == "1" ? Find(phoneNumber)?.State : null;

    /// <summary>The UTC offset of the lead in hours. If a method finds nothing, the number itself decides.</summary>
    public static decimal Offset(string method, string phoneCode, string phoneNumber, string postalCode, string owner, decimal usual)
    {
        if (method == "TZCODE" && ZoneCodes.TryGetValue(owner, out decimal zone))
        {
            return zone;
        }

        if (method == "POSTAL" && phoneCode == "1" && postalCode.Length >= 5 && char.IsAsciiDigit(postalCode[0]))
        {
            return PostalZones[postalCode[0] - '0'];
        }

        if (phoneCode == "1")
        {
            return Find(phoneNumber)?.Offset ?? usual;
        }

        return Countries.TryGetValue(phoneCode, out decimal country) ? country : usual;
    }

    private static (decimal Offset, string State)? Find(string phoneNumber) =>
        phoneNumber.Length >= 3 && Places.TryGetValue(phoneNumber.Substring(0, 3), out (decimal Offset, string State) place) ? place : null;

    private static Dictionary<string, (decimal Offset, string State)> ReadPlaces()
    {
        var places = new Dictionary<string, (decimal Offset, string State)>(StringComparer.Ordinal);
        foreach (string line in NorthAmerica.Split(';'))
        {
            string[] parts = line.Split(' ');
            decimal offset = decimal.Parse(parts[1], NumberStyles.Number, CultureInfo.InvariantCulture);
            foreach (string code in parts[2].Split(','))
            {
                places.Add(code, (offset, parts[0]));
            }
        }

        return places;
    }
}
