using Vicidial.Simulator.Functions.Settings;
using Vicidial.Simulator.Hosting;
using Vicidial.Simulator.World;

namespace Vicidial.Simulator.Functions.Phones;

/// <summary>add_phone: adds a phone with its voicemail box.</summary>
internal sealed class AddPhone() : DialerFunction(DialerApi.NonAgent, "add_phone", "2.4-27")
{
    private const int ShortestText = 2;

    public override void Run(FunctionContext context)
    {
        if (!PhoneRights.MayChange(context, "ADD PHONES"))
        {
            return;
        }

        string extension = context.Text("extension", CharacterFilter.Id);
        string dialplan = context.Text("dialplan_number", CharacterFilter.DialText);
        string voicemail = context.Text("voicemail_id", CharacterFilter.Alphanumeric);
        string login = context.Text("phone_login", CharacterFilter.Id);
        string server = context.Text("server_ip", CharacterFilter.Server);
        string protocol = context.Text("protocol", CharacterFilter.Alphanumeric);
        string fullName = context.Text("phone_full_name", CharacterFilter.PhoneName);
        string zone = context.Text("local_gmt", CharacterFilter.Decimal);
        string[] required =
        [
            extension,
            dialplan,
            voicemail,
            login,
            context.Text("phone_pass", CharacterFilter.Id),
            server,
            protocol,
            context.Text("registration_password", CharacterFilter.Id),
            fullName,
            zone,
            context.Text("outbound_cid", CharacterFilter.Digits),
        ];
        if (required.Any(value => value.Length < ShortestText) || !PhoneFields.IsProtocol(protocol))
        {
            context.Response.Line($"ERROR: {Name} YOU MUST USE ALL REQUIRED FIELDS: |", [context.CallerName, .. required]);
            return;
        }

        if (FindProblem(context.World, extension, login, server, zone) is string problem)
        {
            context.Response.Line($"ERROR: {Name} {problem}");
            return;
        }

        if (SettingChanges.Read(context, PhoneFields.OfNewPhone) is List<Action<Phone>> changes)
        {
            var phone = new Phone(extension, fullName.Length <= 50 ? fullName : fullName.Substring(0, 50))
            {
                Login = login,
                DialplanNumber = dialplan,
                Server = server,
                VoicemailId = voicemail.Length <= 10 ? voicemail : voicemail.Substring(0, 10),
            };
            changes.Apply(phone);
            if (!context.HasRefusedStatement)
            {
                context.World.Phones.Add(phone);
            }

            context.World.ServersToRebuild.Add(server);
            context.Response.Line($"SUCCESS: {Name} PHONE HAS BEEN ADDED - ", context.CallerName, extension, server, protocol, dialplan);
        }

        string? FindProblem(CallCenter world, string newExtension, string newLogin, string address, string hours)
        {
            string caller = context.CallerName;
            return !world.Servers.Contains(address) ? $"SERVER DOES NOT EXIST: |{caller}|{address}"
                : world.FindPhone(newExtension, address) is not null ? $"PHONE ALREADY EXISTS ON THIS SERVER: |{caller}|{address}|{newExtension}"
                : world.FindPhone(newLogin) is not null ? $"PHONE LOGIN ALREADY EXISTS: |{caller}|{newLogin}"
                : !PhoneFields.IsTimeZone(hours) ? $"YOU MUST USE A VALID TIMEZONE: |{caller}|{hours}"
                : null;
        }
    }
}
