using System.Text;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Scenarios;

/// <summary>Phones, voicemail, sounds, menus, and settings of the built-in call center.</summary>
internal static class DefaultTelephony
{
    /// <summary>The address of the telephony server that the agents are on.</summary>
    public const string FirstServer = "10.10.10.15";

    private const string SecondServer = "10.10.10.16";
    private const int FirstBox = 201;
    private const int AgentPhones = 22;

    /// <summary>File and size, in the order of the folder.</summary>
    private static readonly string[] Sounds =
    [
        "beep.gsm|300", "beep.wav|8915", "EXship01.wav|6041", "vm-goodbye.gsm|300", "vm-goodbye.wav|4540", "big file.wav|4007",
        "big file.gsm|300", "EXship01.gsm|300",
    ];

    private static readonly string[] CommandLines =
    [
        "AGENT_LATENCY_LOGGING|Default agent latency logging settings",
        "HOPPER_CLI_FLAGS|Comand-line flags for hopper process",
        "INTERNATIONAL_DNC_IMPORT|Process DNC lists of various countries from FTP site",
    ];

    private static readonly string[] Containers =
    [
        "AGENT_CALLBACK_EMAIL |Scheduled callback email alert settings",
        "CONFETTI_SETTINGS|Confetti settings for screen display",
        "DNC_IMPORT_FORMATS|Import formats for DNC files",
        "FAILED_DIAL_MESSAGE_OVERRIDE|Failed Dial Message Override",
        "USER_CODES_SYSTEM|User Codes List",
        "USER_LOCATIONS_SYSTEM|User Locations List",
        "VERM_REPORT_OPTIONS|Container for customizing VERM report output",
        "VERM_STATUS_NAMES_OVERRIDE|Override dialer status names in enhanced reporting",
        "VICIDIAL_TIMEOFF_SETTINGS|Settings for time-off admin utility",
    ];

    private static readonly DateTime StoreFilled = new(2026, 10, 1, 6, 0, 0);
    private static readonly DateTime BeepChanged = new(2026, 11, 2, 6, 11, 11);

    public static void Add(CallCenter world)
    {
        world.Servers.Add(FirstServer);
        world.Servers.Add(SecondServer);
        world.ServersToRebuild.UnionWith(world.Servers);
        world.Conferences.Add(new ConferenceRange(FirstServer, 8600051, 8600299));
        AddPhones(world);
        world.PhoneAliases.Add(new PhoneAlias("xyz100", "XYZ testing", "gs201,gs202"));
        world.PhoneTemplates.Add("SIP_generic");
        world.VoicemailBoxes.Add(new VoicemailBox("555", "General mailbox") { Email = "vm@example.com" });
        world.VoicemailBoxes.Add(new VoicemailBox("556", "Boîte vocale <café>"));
        foreach (string sound in Sounds)
        {
            string[] parts = sound.Split('|');
            bool isBeep = parts[0].StartsWith("beep", StringComparison.Ordinal);
            long size = long.Parse(parts[1], CultureInfo.InvariantCulture);
            world.AudioFiles.Add(new AudioFile(parts[0], isBeep ? BeepChanged : StoreFilled, size));
        }

        world.MusicClasses.Add(new MusicClass("default", "Default Music On Hold") { Files = { "conf" } });
        world.MusicClasses.Add(new MusicClass("jazz", "Smooth & jazz") { IsRandom = true, Files = { "jazz_one", "jazz_two" } });
        world.CallMenus.Add(new CallMenu("2FA_say_auth_code", "2FA_say_auth_code"));
        world.CallMenus.Add(new CallMenu("default---agent", "agent phones restricted to only internal extensions"));
        world.CallMenus.Add(new CallMenu("defaultlog", "logging of all outbound calls from agent phones"));
        foreach (string container in Containers)
        {
            string[] parts = container.Split('|');
            world.Containers.Add(new SettingsContainer(parts[0], "OTHER", parts[1]));
        }

        foreach (string container in CommandLines)
        {
            string[] parts = container.Split('|');
            world.Containers.Add(new SettingsContainer(parts[0], "PERL_CLI", parts[1]));
        }
    }

    /// <summary>The address of an agent's web phone.</summary>
    /// <param name="agentNumber">The agent's position on the floor, from 1.</param>
    public static string WebphoneUrl(int agentNumber)
    {
        string user = Convert.ToBase64String(Encoding.ASCII.GetBytes(Extension(FirstBox - 1 + agentNumber)));
        return $"https://phone.example/viciphone/?u={user}&layout=css%2Fdefault.css&options=INITIAL_LOAD";
    }

    private static string Extension(int box) => FormattableString.Invariant($"gs{box}");

    private static void AddPhones(CallCenter world)
    {
        Add("gs102", "102", "Test Admin Phone");
        Add("gs299", "201", "Phone on second server");
        for (int box = FirstBox; box < FirstBox + AgentPhones; box++)
        {
            Add(Extension(box), box.ToString(CultureInfo.InvariantCulture), FormattableString.Invariant($"Phone {box}"));
        }

        Add("callin", "8300", "Dial-in Agent Phone");

        void Add(string extension, string box, string name) => world.Phones.Add(new Phone(extension, name)
        {
            VoicemailId = box,
            DialplanNumber = box,
            Server = extension == "gs299" ? SecondServer : FirstServer,
        });
    }
}
