using System.Reflection;
using Vicidial.Client.Functions;
using VicidialPS.Binding;
using VicidialPS.Completion;
using VicidialPS.Errors;
using VicidialPS.Input;
using VicidialPS.Output;

namespace VicidialPS.Commands.Api;

/// <summary>Lists the functions of the dialer's APIs with the cmdlets and parameters that use them. Sends no request.</summary>
[Cmdlet(VerbsCommon.Get, "VicidialApiFunction")]
[OutputType(typeof(ApiFunctionInfo))]
public sealed class GetApiFunctionCommand : ModuleCommand
{
    /// <summary>Returns only functions with these names. Wildcards are permitted; without them, a name that does not exist is an error.</summary>
    [Parameter(Position = 0, ValueFromPipeline = true)]
    [SupportsWildcards]
    [ArgumentCompleter(typeof(ApiFunctionCompleter))]
    public string[]? Name { get; set; }

    /// <summary>The object that was piped, for error messages.</summary>
    [Parameter(ValueFromPipeline = true, DontShow = true)]
    public PSObject? InputObject { get; set; }

    /// <summary>Returns only functions of this API: NonAgent or Agent. Some functions, such as version, are in both.</summary>
    [Parameter]
    public DialerApi? Api { get; set; }

    private protected override PSObject? PipedObject => InputObject;

    /// <inheritdoc/>
    protected override void ProcessRecord()
    {
        if (FindInputProblem() is { } nothing)
        {
            WriteError(DialerErrorRecord.From(nothing, InputObject));
            return;
        }

        var filter = new NameFilter(Name);
        ApiFunction[] all = ApiCatalog.GetAll().Where(function => Api is null || Api == function.Api).ToArray();
        WriteObject(
            all.Where(function => function.Aliases.Prepend(function.Name).Any(filter.Takes)).Select(Describe),
            enumerateCollection: true
        );
        foreach (string name in filter.Missing)
        {
            WriteError(DialerErrorRecord.From(FunctionNames.NotFound(name, all), (object?)InputObject ?? name));
        }
    }

    private static ApiFunctionInfo Describe(ApiFunction function)
    {
        KeyValuePair<string, Type>[] serving = CmdletTypes
            .All.Where(pair =>
                pair.Value.GetCustomAttributes<ApiFunctionAttribute>().Any(declared => declared.Api == function.Api && declared.Name == function.Name)
            )
            // The cmdlet that requests once comes before the one that polls, because it has every field.
            .OrderBy(pair => pair.Key.StartsWith(VerbsCommon.Get + "-", StringComparison.Ordinal) ? 0 : 1)
            .ThenBy(pair => pair.Key, StringComparer.Ordinal)
            .ToArray();
        CommandPlan[] plans = serving
            .SelectMany(pair => CommandPlan.AllOf(pair.Value))
            .Where(plan => ReferenceEquals(plan.Function, function))
            .ToArray();
        return new ApiFunctionInfo(
            function,
            serving.Select(pair => pair.Key).ToArray(),
            function
                .Parameters.Select(parameter => new ApiParameterInfo(
                    parameter,
                    FindCarrier(parameter, function, plans, serving.Select(pair => pair.Value))
                ))
                .ToArray()
        );
    }

    private static string FindCarrier(ApiParameter parameter, ApiFunction function, CommandPlan[] plans, IEnumerable<Type> commands)
    {
        foreach (CommandPlan plan in plans)
        {
            if (plan.Fields.FirstOrDefault(field => field.WireName == parameter.Name) is { } found)
            {
                return found.ParameterName;
            }

            if (plan.GetAllFixed().FirstOrDefault(field => field.Name == parameter.Name) is { } always)
            {
                return $"(always {always.Value})";
            }
        }

        foreach (Type command in commands)
        {
            if (command.GetCustomAttributes<DerivedFieldAttribute>().FirstOrDefault(carried => carried.WireName == parameter.Name) is { } declared)
            {
                return declared.ParameterName;
            }

            if (command.GetCustomAttributes<DecidedFieldAttribute>().FirstOrDefault(decided => decided.Name == parameter.Name) is { } settled)
            {
                return $"({settled.Reason})";
            }
        }

        return plans.Length > 0 && function.Fills(parameter.Name)
            ? "(set by the module)"
            : string.Empty;
    }
}
