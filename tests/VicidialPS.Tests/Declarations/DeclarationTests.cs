using System.Management.Automation;
using System.Reflection;
using System.Text.RegularExpressions;
using Vicidial.Client.Functions;
using Vicidial.Client.Records;
using Vicidial.Client.Requests;
using VicidialPS.Tests.Engines;
using Xunit;

namespace VicidialPS.Tests.Declarations;

/// <summary>The rules for the declaration of every cmdlet. They are checked without a PowerShell engine.</summary>
public sealed partial class DeclarationTests
{
    // The standard verbs that the module uses. Module.Tests.ps1 checks them against the engine's full list.
    private static readonly string[] Verbs =
    [
        "Add",
        "Clear",
        "Compare",
        "Connect",
        "ConvertTo",
        "Copy",
        "Disconnect",
        "Exit",
        "Export",
        "Find",
        "Get",
        "Import",
        "Invoke",
        "Move",
        "New",
        "Open",
        "Receive",
        "Remove",
        "Reset",
        "Restart",
        "Restore",
        "Resume",
        "Save",
        "Send",
        "Set",
        "Show",
        "Start",
        "Step",
        "Stop",
        "Suspend",
        "Switch",
        "Test",
        "Update",
        "Watch",
    ];

    // Common parameters and their aliases: a parameter or alias of these names could not be bound.
    private static readonly string[] Taken =
    [
        "Verbose",
        "vb",
        "Debug",
        "db",
        "ErrorAction",
        "ea",
        "WarningAction",
        "wa",
        "InformationAction",
        "infa",
        "ProgressAction",
        "proga",
        "ErrorVariable",
        "ev",
        "WarningVariable",
        "wv",
        "InformationVariable",
        "iv",
        "OutVariable",
        "ov",
        "OutBuffer",
        "ob",
        "PipelineVariable",
        "pv",
        "WhatIf",
        "wi",
        "Confirm",
        "cf",
    ];

    // Exceptions from the rule of A_parameter_is_filled_by_property_name_if_it_names_what_the_cmdlet_is_about. Plain text that is piped to these
    // cmdlets means something else, or nothing; the cmdlets that manage connections accept them by value.
    private static readonly string[] BoundByPropertyNameAlone =
    [
        "Get-VicidialLead/CallId",
        "Get-VicidialLoadReport/LiteralPath",
        "Get-VicidialTimeline/LeadId",
        "Import-VicidialConnection/Path",
        "Start-VicidialAgentMonitor/User",
    ];

    private static readonly string[] NeverBoundByPropertyName =
    [
        "Compare-VicidialLoad/Connection",
        "Disconnect-VicidialServer/Connection",
        "Get-VicidialApiFunction/Name",
        "Get-VicidialLoadReport/Path",
        "Receive-VicidialEvent/Connection",
        "Save-VicidialConnection/Connection",
        "Start-VicidialTrace/Connection",
        "Test-VicidialConnection/Connection",
    ];

    // The completers of parameters that name a thing of the dialer.
    private static readonly Dictionary<string, string[]> Completers = new()
    {
        ["Connection"] = ["ConnectionNameCompleter"],
        ["CampaignId"] = ["CampaignCompleter"],
        ["InGroupId"] = ["InGroupCompleter"],
        ["DialInGroup"] = ["InGroupCompleter"],
        ["DropInboundGroup"] = ["InGroupCompleter"],
        ["RankInGroupId"] = ["InGroupCompleter"],
        ["GroupId"] = ["GroupCompleter"],
        ["User"] = ["AgentCompleter", "UserCompleter"],
        ["SourceUser"] = ["UserCompleter"],
        ["CallbackUser"] = ["UserCompleter"],
        ["UserGroup"] = ["UserGroupCompleter"],
        ["AdminUserGroup"] = ["UserGroupCompleter"],
        ["Recipient"] = ["RecipientCompleter"],
        ["ListId"] = ["ListCompleter"],
        ["EntryListId"] = ["ListCompleter"],
        ["SearchListId"] = ["ListCompleter"],
        ["CustomFieldListId"] = ["ListCompleter"],
        ["CustomFieldSourceListId"] = ["ListCompleter"],
        ["Status"] = ["StatusCompleter", "ChoiceCompleter", "AgentStatusCompleter"],
        ["AddDialStatus"] = ["StatusCompleter"],
        ["RemoveDialStatus"] = ["StatusCompleter"],
        ["CallbackStatus"] = ["StatusCompleter"],
        ["PresetName"] = ["PresetCompleter"],
        ["CallMenuId"] = ["CallMenuCompleter"],
        ["ContainerId"] = ["ContainerCompleter"],
        ["ContainerType"] = ["ContainerTypeCompleter"],
        ["FileName"] = ["AudioFileCompleter"],
        ["AnsweringMachineMessage"] = ["AudioFileCompleter"],
        ["MusicOnHoldId"] = ["MusicOnHoldCompleter"],
        ["VoicemailId"] = ["VoicemailBoxCompleter"],
        ["VoicemailExtension"] = ["VoicemailBoxCompleter"],
        ["PhoneLogin"] = ["PhoneCompleter"],
        ["PhoneExtension"] = ["PhoneCompleter"],
        ["Extension"] = ["PhoneCompleter"],
        ["DidPattern"] = ["DidCompleter"],
        ["SourceDidPattern"] = ["DidCompleter"],
    };

    // The name of an object that is yet to be created, or a line of the dialplan. An existing name would be wrong.
    private static readonly string[] NamesNothingYet =
    [
        "Add-VicidialTransferPreset/PresetName",
        "Copy-VicidialUser/User",
        "New-VicidialDid/DidPattern",
        "New-VicidialDid/Extension",
        "New-VicidialList/ListId",
        "New-VicidialPhone/Extension",
        "New-VicidialPhone/PhoneLogin",
        "New-VicidialUser/User",
        "Set-VicidialDid/Extension",
    ];

    // It fetches files and changes nothing on a dialer.
    private static readonly string[] SendsInAnyOrder = ["Save-VicidialRecording"];

    private static readonly string[] Identities =
    [
        "User",
        "AlternateUser",
        "UserGroup",
        "CampaignId",
        "Campaigns",
        "InGroupId",
        "ListId",
        "LeadId",
        "PhoneNumber",
        "CallId",
        "CallMenuId",
        "CidGroupId",
        "ContainerId",
        "DidPattern",
        "FileName",
        "MusicOnHoldId",
        "VoicemailId",
        "ConnectionName",
    ];

    // The parameters that name a thing if a cmdlet reads whole objects itself, without PowerShell's binder. A message has a recipient with a type.
    private static readonly string[] NamesOfThings =
    [
        .. Identities,
        "AlternateUrlId",
        "AreaCode",
        "EntryType",
        "Extension",
        "FieldLabel",
        "FilterGroupId",
        "GroupId",
        "OutboundCid",
        "PhoneAliasId",
        "PresetName",
        "Recipient",
        "RecipientType",
        "ServerIp",
        "SessionId",
        "UrlType",
        "VendorLeadCode",
    ];

    // Cmdlets that manage the session. Their effect is visible in the session, so they return it only on request.
    private static readonly string[] ManagesTheSession =
    [
        "Connect-VicidialServer",
        "Disconnect-VicidialServer",
        "Export-VicidialWallboard",
        "Import-VicidialConnection",
        "Open-VicidialAgentWebPhone",
        "Save-VicidialConnection",
        "Set-VicidialSimulatorFault",
        "Start-VicidialTrace",
        "Step-VicidialSimulator",
        "Stop-VicidialSimulator",
    ];

    public static TheoryData<string> Names() => new(CmdletDeclaration.All.Select(cmdlet => cmdlet.Name));

    public static TheoryData<string> NamesOfChangesThatTakeObjects() =>
        new(
            CmdletDeclaration
                .All.Where(cmdlet =>
                    cmdlet.Verb is not ("Add" or "New" or "Copy")
                    && cmdlet.Parameters.SelectMany(CmdletDeclaration.WireNamesOf).Any()
                    && cmdlet.TakesRows
                )
                .Select(cmdlet => cmdlet.Name)
        );

    public static TheoryData<string> NamesWithThrottleLimit() =>
        new(
            CmdletDeclaration
                .All.Where(cmdlet => cmdlet.Parameters.Any(parameter => parameter.Name == "ThrottleLimit"))
                .Select(cmdlet => cmdlet.Name)
        );

    [Fact]
    public void The_manifest_lists_the_existing_cmdlets()
    {
        string manifest = File.ReadAllText(Path.Combine(TestLocations.Repository, "VicidialPS.psd1"));
        IEnumerable<string> listed = CmdletName().Matches(manifest).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal);
        Assert.Equal(CmdletDeclaration.All.Select(cmdlet => cmdlet.Name), listed);
    }

    [Fact]
    public void A_parameter_is_a_DateTime_exactly_if_its_field_is_a_date()
    {
        string[] wrong = CmdletDeclaration.All
            .SelectMany(static cmdlet => cmdlet.Parameters.Select(parameter => (Cmdlet: cmdlet, Parameter: parameter)))
            .Where(static one => CmdletDeclaration.TakesDate(one.Parameter) is { } takes && takes != IsDate(one.Parameter.PropertyType))
            .Select(static one => $"{one.Cmdlet.Name} -{one.Parameter.Name}")
            .ToArray();
        Assert.Empty(wrong);

        // A callback time can be a date or one of the dialer's words.
        static bool IsDate(Type type) =>
            type == typeof(DateTime) || type == typeof(DateTime?) || type == typeof(DateTime[]) || type == typeof(object);
    }

    [Fact]
    public void A_parameter_is_a_Boolean_exactly_if_its_field_is_a_flag()
    {
        string[] wrong = CmdletDeclaration.All
            .SelectMany(static cmdlet => cmdlet.Parameters.Select(parameter => (Cmdlet: cmdlet, Parameter: parameter)))
            .Where(static one => CmdletDeclaration.TakesBoolean(one.Parameter) is { } takes && takes != IsBoolean(one.Parameter.PropertyType))
            .Select(static one => $"{one.Cmdlet.Name} -{one.Parameter.Name}")
            .ToArray();
        Assert.Empty(wrong);

        static bool IsBoolean(Type type) => type == typeof(bool) || type == typeof(bool?) || type == typeof(SwitchParameter);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_cmdlet_is_named_by_the_rules(string name)
    {
        CmdletDeclaration cmdlet = Get(name);
        Assert.Contains(cmdlet.Verb, Verbs);
        Assert.StartsWith("Vicidial", cmdlet.Noun, StringComparison.Ordinal);
        Assert.DoesNotMatch("(?<!s|Statu|Alia)s$", cmdlet.Noun);
        Assert.True(cmdlet.Type.IsSealed);
        Assert.EndsWith("Command", cmdlet.Type.Name, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_cmdlet_has_no_parameter_with_the_name_of_a_common_parameter(string name)
    {
        foreach (PropertyInfo parameter in Get(name).Parameters)
        {
            string[] names = [parameter.Name, .. CmdletDeclaration.AliasesOf(parameter)];
            Assert.DoesNotContain(names, one => Taken.Contains(one, StringComparer.OrdinalIgnoreCase));
            Assert.DoesNotContain(CmdletDeclaration.AliasesOf(parameter), alias =>
                string.Equals(alias, parameter.Name, StringComparison.OrdinalIgnoreCase)
            );
        }

        string[] all = Get(name).Parameters.SelectMany(parameter => CmdletDeclaration.AliasesOf(parameter).Append(parameter.Name)).ToArray();
        Assert.Equal(all.Length, all.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_cmdlet_declares_its_function_and_sets_only_fields_of_that_function(string name)
    {
        ApiFunction?[] functions = Get(name).Functions.Select(named => ApiCatalog.Find(Enum.Parse<DialerApi>(named.Api), named.Name)).ToArray();
        Assert.DoesNotContain(null, functions);
        foreach (PropertyInfo parameter in Get(name).Parameters)
        {
            foreach (string wire in CmdletDeclaration.WireNamesOf(parameter))
            {
                Assert.True(
                    functions.Any(function => function!.FindParameter(wire) is not null) || parameter.DeclaringType!.IsAbstract,
                    $"{name} calls nothing that takes {wire} (-{parameter.Name})."
                );
            }
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_change_supports_WhatIf_and_has_the_ConfirmImpact_of_its_kind(string name)
    {
        CmdletDeclaration cmdlet = Get(name);
        foreach ((string api, string functionName) in cmdlet.Functions)
        {
            FunctionKind kind = ApiCatalog.Get(Enum.Parse<DialerApi>(api), functionName).Kind;
            bool asks = cmdlet.Verb is "Get" or "Find" or "Test";
            Assert.True(asks || kind == FunctionKind.Query || cmdlet.SupportsShouldProcess);
            Assert.False(asks && cmdlet.SupportsShouldProcess);
            if (kind == FunctionKind.Control && !asks)
            {
                Assert.Equal(2, cmdlet.ConfirmImpact);
            }
        }

        // Cmdlets that delete or reset ask for confirmation, and have -Force.
        bool destroys =
            cmdlet.Verb is "Clear" or "Reset" || (cmdlet.Verb == "Remove" && !cmdlet.Noun.StartsWith("VicidialAgent", StringComparison.Ordinal));
        Assert.Equal(destroys, cmdlet.ConfirmImpact == 3);
        bool overwrites = cmdlet.Verb == "Save" || name == "Start-VicidialTrace";

        // A setting of a list can destroy its data, and asks for confirmation.
        bool mayDestroy = name == "Set-VicidialList";

        // -Force of a load sends text in the wrong encoding. It is a separate parameter if the common one could not be bound.
        bool isOfLoad = name == "Set-VicidialLead";
        Assert.Equal(destroys || overwrites || mayDestroy || isOfLoad, cmdlet.Parameters.Any(parameter => parameter.Name == "Force"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_cmdlet_emits_its_result_or_has_PassThru(string name)
    {
        CmdletDeclaration cmdlet = Get(name);
        bool removes =
            cmdlet.Verb is "Clear" or "Reset" || (cmdlet.Verb == "Remove" && !cmdlet.Noun.StartsWith("VicidialAgent", StringComparison.Ordinal));
        Assert.Equal(removes || ManagesTheSession.Contains(name), cmdlet.Parameters.Any(parameter => parameter.Name == "PassThru"));
        Assert.Contains(cmdlet.Type.GetCustomAttributesData(), data => data.AttributeType.Name == "OutputTypeAttribute");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_parameter_is_filled_by_property_name_if_it_names_what_the_cmdlet_is_about(string name)
    {
        // Whole objects and simulators are bound by value, and are not names.
        string[] expected = Get(name)
            .Parameters.Where(parameter =>
                parameter.Name == "Connection"
                    ? !NeverBoundByPropertyName.Contains($"{name}/Connection")
                    : parameter.Name is not ("InputObject" or "Simulator") && CmdletDeclaration.BindsFromPipeline(parameter)
            )
            .Select(parameter => $"{name}/{parameter.Name}")
            .Concat(BoundByPropertyNameAlone.Where(one => one.StartsWith(name + "/", StringComparison.Ordinal)))
            .Except(NeverBoundByPropertyName)
            .Order(StringComparer.Ordinal)
            .ToArray();
        string[] binding = Get(name)
            .Parameters.Where(CmdletDeclaration.BindsByPropertyName)
            .Select(parameter => $"{name}/{parameter.Name}")
            .Order(StringComparer.Ordinal)
            .ToArray();
        Assert.Equal(expected, binding);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_cmdlet_derives_from_the_base_class_that_cleans_its_output(string name) =>
        Assert.True(Get(name).Type.IsSubclassOf(typeof(VicidialPS.Commands.ModuleCommand)));

    [Fact]
    public void Each_exception_from_the_binding_rule_is_an_existing_parameter() =>
        Assert.All(BoundByPropertyNameAlone.Concat(NeverBoundByPropertyName), one =>
            Assert.Contains(Get(one.Split('/')[0]).Parameters, parameter => parameter.Name == one.Split('/')[1])
        );

    [Theory]
    [MemberData(nameof(Names))]
    public void The_parameters_that_a_record_sets_are_declared(string name)
    {
        // A roster row and a lead both have a Status, but with different meanings.
        PropertyInfo[] binding = Get(name).Parameters.Where(CmdletDeclaration.BindsByPropertyName).ToArray();
        foreach (Type record in typeof(DialerRecord).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(DialerRecord)) && !type.IsAbstract))
        {
            string[] properties = record.GetProperties().Select(property => property.Name).ToArray();
            foreach (PropertyInfo parameter in binding)
            {
                string[] names = [parameter.Name, .. CmdletDeclaration.AliasesOf(parameter)];
                foreach (string filled in properties.Intersect(names, StringComparer.OrdinalIgnoreCase))
                {
                    Assert.Contains(filled, Identities);
                }
            }
        }
    }

    [Theory]
    [MemberData(nameof(NamesWithThrottleLimit))]
    public void A_cmdlet_that_sends_rows_in_parallel_declares_which_rows_must_be_sent_in_order(string name)
    {
        CmdletDeclaration cmdlet = Get(name);
        string[] parameters = cmdlet.Parameters.Select(parameter => parameter.Name).ToArray();
        Assert.True(
            SendsInAnyOrder.Contains(name) || cmdlet.TurnKeys.Any(key => !key.Except(parameters).Any()),
            $"{name} does not say what a row changes."
        );
    }

    [Theory]
    [MemberData(nameof(NamesOfChangesThatTakeObjects))]
    public void A_change_binds_only_the_key_of_a_piped_record(string name)
    {
        Type command = Get(name).Type;
        MethodInfo takes = command.GetMethod("Takes", BindingFlags.Instance | BindingFlags.NonPublic)!;
        Assert.True(takes.DeclaringType!.Name != "InputCommand", $"{name} takes values for all of its parameters from whatever is piped in.");
        string[] taken = Get(name)
            .Parameters.Where(CmdletDeclaration.IsIdentity)
            .SelectMany(parameter => CmdletDeclaration.AliasesOf(parameter).Append(parameter.Name))
            .ToArray();
        foreach (Type record in typeof(DialerRecord).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(DialerRecord)) && !type.IsAbstract))
        {
            IEnumerable<string> filled = record.GetProperties().Select(property => property.Name).Intersect(taken, StringComparer.OrdinalIgnoreCase);
            Assert.All(filled, property => Assert.True(NamesOfThings.Contains(property), $"{name} takes {property} of {record.Name}."));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void A_parameter_that_names_a_thing_of_the_dialer_completes_its_names(string name)
    {
        foreach (PropertyInfo parameter in Get(name).Parameters.Where(parameter => Completers.ContainsKey(parameter.Name)))
        {
            string? completer = CmdletDeclaration.CompleterOf(parameter);
            if (NamesNothingYet.Contains($"{name}/{parameter.Name}"))
            {
                Assert.Null(completer);
            }
            else if (!CmdletDeclaration.IsChoice(parameter))
            {
                Assert.True(Completers[parameter.Name].Contains(completer), $"{name} -{parameter.Name} is completed by {completer ?? "nothing"}.");
            }
        }
    }

    [Fact]
    public void The_list_of_parameters_for_new_names_has_existing_parameters()
        => Assert.All(NamesNothingYet, one => Assert.Contains(Get(one.Split('/')[0]).Parameters, parameter => parameter.Name == one.Split('/')[1]));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_cmdlet_has_a_help_page(string name)
        => Assert.True(File.Exists(Path.Combine(TestLocations.Repository, "docs", "en-US", name + ".md")), $"docs/en-US/{name}.md is missing.");

    [Fact]
    public void The_shipped_files_need_only_the_platform()
    {
        string[] own = ["Vicidial.Http", "Vicidial.Client", "Vicidial.Simulator", "VicidialPS"];
        foreach (string file in own)
        {
            Assembly assembly = Assembly.LoadFrom(Path.Combine(Path.GetDirectoryName(TestLocations.Module)!, file + ".dll"));
            Assert.DoesNotContain(assembly.GetReferencedAssemblies(), reference =>
                reference.Name is not "netstandard" and not "System.Management.Automation" && !own.Contains(reference.Name)
            );
        }
    }

    [Fact]
    public void The_client_does_not_use_PowerShell_and_the_simulator_uses_neither()
    {
        string[] ofClient = typeof(ApiCatalog).Assembly.GetReferencedAssemblies().Select(reference => reference.Name!).ToArray();
        string[] ofSimulator = typeof(Vicidial.Simulator.DialerSimulator)
            .Assembly.GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .ToArray();
        Assert.Empty(ofClient.Except(["netstandard", "Vicidial.Http"]));
        Assert.Empty(ofSimulator.Except(["netstandard", "Vicidial.Http"]));
    }

    [Fact]
    public void A_dialer_without_the_main_field_of_a_cmdlet_is_too_old_for_it()
    {
        string[] ignored = CmdletDeclaration.All
            .SelectMany(cmdlet => cmdlet.FixedFields.Select(field => (cmdlet, field)))
            .Where(one => one.cmdlet.Functions
                .Select(function => ApiCatalog.Find(function.Api == "Agent" ? DialerApi.Agent : DialerApi.NonAgent, function.Name)!)
                .Where(function => function.FindParameter(one.field.Name)?.Since > function.Since)
                .Any(function => !new ApiRequest(function).Add(one.field.Name, one.field.Value).FindGaps(default).Any(gap => gap.Gap.IsVital)))
            .Select(one => $"{one.cmdlet} sends {one.field.Name}={one.field.Value}")
            .ToArray();

        Assert.Empty(ignored);
    }

    [Fact]
    public void The_HTTP_server_uses_no_code_for_dialers_or_PowerShell()
        => Assert.Equal(["netstandard"], typeof(Vicidial.Http.HttpServer).Assembly.GetReferencedAssemblies().Select(reference => reference.Name!));

    private static CmdletDeclaration Get(string name) => CmdletDeclaration.All.Single(cmdlet => cmdlet.Name == name);

    [GeneratedRegex(@"'([A-Z][A-Za-z]+-Vicidial\w+)'")]
    private static partial Regex CmdletName();
}
