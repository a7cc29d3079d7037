using System.Reflection;
using Vicidial.Client.Functions;
using Vicidial.Client.Records;
using Vicidial.Client.Wire;
using VicidialPS.Tests.Engines;
using Xunit;

namespace VicidialPS.Tests.Declarations;

/// <summary>
/// The catalog is covered completely: each function has a cmdlet, each field a parameter or a reason, each column a property, and each error line an
/// ID and a kind.
/// </summary>
public sealed class CoverageTests
{
    // A joke that Invoke-VicidialApi can call.
    private static readonly string[] Excepted = ["coffee"];

    // The property types for a column type of the catalog. A list is a list, or one value of it in each record.
    private static readonly Dictionary<string, Type[]> Fitting = new()
    {
        ["string"] = [typeof(string)],
        ["enum"] = [typeof(string), typeof(bool?)],
        ["int"] = [typeof(int?), typeof(long?), typeof(TimeSpan?)],
        ["decimal"] = [typeof(decimal?)],
        ["percent"] = [typeof(decimal?)],
        ["datetime"] = [typeof(DateTime?)],
        ["date"] = [typeof(DateTime?)],
        ["duration"] = [typeof(TimeSpan?)],
        ["bool(Y/N)"] = [typeof(bool?)],
        ["list(space)"] = [typeof(TextList), typeof(string)],
        ["list(dash)"] = [typeof(TextList), typeof(long?)],
        ["list(comma)"] = [typeof(TextList), typeof(int?), typeof(string)],
        // With the dialer's own placeholders, an address is not a valid URI.
        ["uri"] = [typeof(Uri), typeof(SecretAddress), typeof(string)],
    };

    public static TheoryData<DialerApi, string> AllFunctions() => new(ApiCatalog.GetAll().Select(function => (function.Api, function.Name)));

    public static TheoryData<DialerApi, string> Functions() =>
        new(ApiCatalog.GetAll().Where(function => !Excepted.Contains(function.Name)).Select(function => (function.Api, function.Name)));

    [Fact]
    public void The_catalog_has_the_function_of_each_of_its_files()
    {
        string folder = Path.Combine(TestLocations.Repository, "src", "Vicidial.Client", "Functions", "Catalog");
        IEnumerable<string> files =
            from path in Directory.EnumerateFiles(folder, "*.txt", SearchOption.AllDirectories)
            let name = Path.GetFileNameWithoutExtension(path)
            where !name.StartsWith('_')
            select $"{Path.GetFileName(Path.GetDirectoryName(path))}/{name}";

        Assert.Equal(
            files.Order(StringComparer.Ordinal),
            ApiCatalog
                .GetAll()
                .Select(static function => $"{(function.Api == DialerApi.Agent ? "agent" : "non-agent")}/{function.Name}")
                .Order(StringComparer.Ordinal)
        );
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void A_function_has_a_cmdlet(DialerApi api, string name) => Assert.NotEmpty(CmdletsOf(api, name));

    [Theory]
    [MemberData(nameof(Functions))]
    public void Each_field_of_a_function_is_set_by_a_cmdlet(DialerApi api, string name)
    {
        ApiFunction function = ApiCatalog.Get(api, name);
        var fields = CmdletsOf(api, name).SelectMany(cmdlet => cmdlet.FieldsOf($"{api}", name)).ToHashSet();
        if (function.Layout == ResponseLayout.Table)
        {
            // The module requests tables in the form that it can read.
            fields.UnionWith(["stage", "header"]);
        }

        Assert.Empty(function.Parameters.Select(parameter => parameter.Name).Except(fields));
    }

    [Theory]
    [MemberData(nameof(Functions))]
    public void Each_column_of_a_function_is_a_property_of_a_fitting_type(DialerApi api, string name)
    {
        ILookup<string, Type> properties = CmdletsOf(api, name)
            .SelectMany(cmdlet => cmdlet.OutputTypes)
            .Distinct()
            .SelectMany(type => type.GetProperties())
            .Select(property =>
                (
                    Column: property.GetCustomAttribute<ColumnAttribute>()?.Name ?? property.GetCustomAttribute<RecomputedAttribute>()?.Name,
                    property.PropertyType
                )
            )
            .Where(pair => pair.Column is not null)
            .ToLookup(pair => pair.Column!, pair => pair.PropertyType);

        foreach (ApiColumn column in ApiCatalog.Get(api, name).Columns.Where(column => column.Type != "html"))
        {
            // Columns that are named by their content are distinguished by the property.
            Type[] fitting = column.Name.StartsWith('<') ? [typeof(string)] : Fitting[column.Type];
            Assert.True(properties.Contains(column.Name), $"{name}: no record has the column {column.Name}.");
            Assert.True(
                properties[column.Name].Intersect(fitting).Any(),
                $"{name}: the column {column.Name} ({column.Type}) is a {properties[column.Name].First()}."
            );
        }
    }

    [Theory]
    [MemberData(nameof(AllFunctions))]
    public void Each_error_line_of_a_function_has_an_id_and_a_category(DialerApi api, string name)
    {
        foreach (ResponseShape shape in ApiCatalog.Get(api, name).Shapes.Where(shape => shape.Kind == ResponseKind.Error))
        {
            Assert.Matches("^[A-Z][A-Za-z0-9]+$", shape.ErrorId);
            Assert.NotEqual(DialerErrorKind.NotUnderstood, shape.ErrorKind);
        }
    }

    private static CmdletDeclaration[] CmdletsOf(DialerApi api, string name)
        => CmdletDeclaration.All.Where(cmdlet => cmdlet.Functions.Contains(($"{api}", name))).ToArray();
}
