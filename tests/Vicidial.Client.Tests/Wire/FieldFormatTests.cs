using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Wire;
using Xunit;

namespace Vicidial.Client.Tests.Wire;

public class FieldFormatTests
{
    [Theory]
    [InlineData("Y,N", true, "Y")]
    [InlineData("Y,N", false, "N")]
    [InlineData("YES,NO", true, "YES")]
    [InlineData("YES,NO", false, "NO")]
    [InlineData("1,0", true, "1")]
    [InlineData("Y,N,AREACODE", true, "Y")]
    public void A_flag_is_written_in_the_words_of_its_field(string allowed, bool flag, string expected)
        => Assert.Equal(expected, FieldFormat.Write(Field("enum", allowed), flag));

    [Theory]
    [InlineData("string", "-")]
    [InlineData("int", "0..9")]
    [InlineData("enum", "M,F,U")]
    [InlineData("date", "-")]
    public void A_flag_is_rejected_for_a_field_that_takes_no_flag(string type, string allowed)
    {
        DialerException refused = Assert.Throws<DialerException>(() => FieldFormat.Write(Field(type, allowed), true));
        Assert.Equal("Vicidial.InvalidCell", refused.ErrorId);
    }

    [Theory]
    [InlineData("letters digits -", "33601.0", "33601")]
    [InlineData("letters digits -", " 02134.00 ", "02134")]
    [InlineData("letters digits -", "33601.5", "33601.5")]
    [InlineData("letters digits -", "10.0.0", "10.0.0")]
    [InlineData("letters digits .", "33601.0", "33601.0")]
    [InlineData("-", "33601.0", "33601.0")]
    public void Zeros_after_a_decimal_point_are_left_out_if_the_dialer_drops_the_point(string keeps, string text, string expected) =>
        Assert.Equal(expected, FieldFormat.DropZeros(Field("string", keeps: keeps), text));

    [Fact]
    public void Dates_are_written_as_their_field_requires()
    {
        var moment = new DateTime(2026, 12, 24, 9, 5, 7);

        Assert.Equal("2026-12-24", FieldFormat.Write(Field("date"), moment));
        Assert.Equal("2026-12-24 09:05:07", FieldFormat.Write(Field("datetime"), moment));
        Assert.Equal("2026-12-24 09:05:07", FieldFormat.Write(null, moment));
        Assert.Equal("09:05:07", FieldFormat.Write(Field("time"), moment.TimeOfDay));
    }

    [Fact]
    public void A_UTC_time_is_rejected_because_the_dialer_uses_its_local_time()
    {
        var moment = new DateTime(2026, 12, 24, 9, 5, 7, DateTimeKind.Utc);

        Assert.Equal("Vicidial.InvalidDate", Assert.Throws<DialerException>(() => FieldFormat.Write(Field("datetime"), moment)).ErrorId);
        Assert.Equal("2026-12-24", FieldFormat.Write(Field("date"), moment));
    }

    [Theory]
    [InlineData("list(pipe)", "A|B")]
    [InlineData("list(comma)", "A,B")]
    [InlineData("list(dash)", "A-B")]
    [InlineData("list(space)", "A B")]
    [InlineData("string", "A,B")]
    public void Lists_are_joined_by_the_separator_of_their_field(string type, string expected)
    {
        Assert.Equal(expected, FieldFormat.Write(Field(type), new object?[] { "A", null, string.Empty, "B" }));
        Assert.Null(FieldFormat.Write(Field(type), Array.Empty<string>()));
    }

    [Fact]
    public void Numbers_do_not_depend_on_the_culture() => InCulture(
        () =>
        {
            Assert.Equal("1234567", FieldFormat.Write(Field("int"), 1234567L));
            Assert.Equal("-5.5", FieldFormat.Write(Field("decimal"), -5.5m));
            Assert.Equal("0.25", FieldFormat.Write(Field("decimal"), 0.25));
        });

    [Fact]
    public void Null_is_not_sent_and_empty_text_is()
    {
        Assert.Null(FieldFormat.Write(Field("string"), null));
        Assert.Equal(string.Empty, FieldFormat.Write(Field("string"), string.Empty));
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("\t")]
    public void A_blank_cell_means_not_given(string cell)
    {
        foreach (string type in new[] { "string", "int", "decimal", "bool(Y/N)", "enum", "date", "datetime", "time", "list(pipe)" })
        {
            Assert.Null(FieldFormat.ReadCell(Field(type), cell));
        }
    }

    [Theory]
    [InlineData("Y,N", "y", "Y")]
    [InlineData("Y,N", "TRUE", "Y")]
    [InlineData("Y,N", "True", "Y")]
    [InlineData("Y,N", "1", "Y")]
    [InlineData("Y,N", " yes ", "Y")]
    [InlineData("Y,N", "0", "N")]
    [InlineData("Y,N", "FALSE", "N")]
    [InlineData("YES,NO", "Y", "YES")]
    [InlineData("YES,NO", "n", "NO")]
    public void Cells_fill_flags_as_people_write_them(string allowed, string cell, string expected)
    {
        Assert.Equal(expected, FieldFormat.ReadCell(Field("bool(Y/N)", allowed), cell));
        Assert.Equal(expected, FieldFormat.ReadCell(Field("enum", allowed), cell));
    }

    [Theory]
    [InlineData("maybe")]
    [InlineData("2")]
    [InlineData("J")]
    public void A_cell_that_is_neither_yes_nor_no_is_rejected(string cell)
    {
        var refused = Assert.Throws<DialerException>(() => FieldFormat.ReadCell(Field("bool(Y/N)", "Y,N"), cell));

        Assert.Equal("Vicidial.InvalidFlag", refused.ErrorId);
        Assert.Contains(cell, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-12-24 10:30:00", "2026-12-24 10:30:00")]
    [InlineData("2026-12-24 10:30", "2026-12-24 10:30:00")]
    [InlineData("2026-12-24", "2026-12-24 00:00:00")]
    [InlineData("2026-12-24T10:30:00", "2026-12-24 10:30:00")]
    [InlineData("2026-12-24T10:30", "2026-12-24 10:30:00")]
    [InlineData("2026-12-24T10:30:00.250", "2026-12-24 10:30:00")]
    [InlineData("20261224", "2026-12-24 00:00:00")]
    [InlineData("NOW", "NOW")]
    [InlineData("3DAYS", "3DAYS")]
    public void Cells_with_times_are_read(string cell, string expected) => Assert.Equal(expected, FieldFormat.ReadCell(Field("datetime"), cell));

    [Theory]
    [InlineData("1980-02-29")]
    [InlineData("1980-02-29 00:00:00")]
    [InlineData("1980-02-29T00:00:00")]
    public void Cells_with_dates_lose_the_time(string cell) => Assert.Equal("1980-02-29", FieldFormat.ReadCell(Field("date"), cell));

    [Fact]
    public void The_dialers_date_format_comes_before_the_users() => InCulture(
        () =>
        {
            Assert.Equal("2026-05-04", FieldFormat.ReadCell(Field("date"), "2026-05-04"));
            Assert.Equal("2026-05-04", FieldFormat.ReadCell(Field("date"), "04.05.2026"));
            Assert.Equal("2026-05-04 10:30:00", FieldFormat.ReadCell(Field("datetime"), "04.05.2026 10:30"));
        });

    [Theory]
    [InlineData("tomorrow")]
    [InlineData("2026-02-30")]
    [InlineData("DAYS")]
    [InlineData("xDAYS")]
    public void A_cell_that_is_not_a_date_is_rejected(string cell)
        => Assert.Equal("Vicidial.InvalidDate", Assert.Throws<DialerException>(() => FieldFormat.ReadCell(Field("datetime"), cell)).ErrorId);

    [Fact]
    public void The_special_words_of_a_callback_time_are_not_dates_in_other_fields()
        => Assert.Equal("Vicidial.InvalidDate", Assert.Throws<DialerException>(() => FieldFormat.ReadCell(Field("date"), "NOW")).ErrorId);

    [Fact]
    public void Free_text_keeps_its_spaces_and_numbers_do_not()
    {
        Assert.Equal(" two  words ", FieldFormat.ReadCell(Field("string"), " two  words "));
        Assert.Equal("12", FieldFormat.ReadCell(Field("int"), " 12 "));
        Assert.Equal("A|B", FieldFormat.ReadCell(Field("list(pipe)"), " A|B "));
    }

    [Fact]
    public void Only_a_field_with_two_words_for_yes_and_no_is_a_flag()
    {
        Assert.True(FieldFormat.IsFlag(Field("enum", "YES,NO")));
        Assert.True(FieldFormat.IsFlag(Field("bool(Y/N)")));
        Assert.False(FieldFormat.IsFlag(Field("enum", "Y,N,AREACODE")));
        Assert.False(FieldFormat.IsFlag(Field("enum", "M,F")));
    }

    private static ApiParameter Field(string type, string allowed = "-", string keeps = "-") =>
        new("field", type, false, "-", keeps, allowed == "-" ? [] : allowed.Split(','), null, string.Empty);

    private static void InCulture(Action act)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        var own = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        own.DateTimeFormat.DateSeparator = ".";
        own.DateTimeFormat.ShortDatePattern = "dd.MM.yyyy";
        own.NumberFormat.NumberDecimalSeparator = ",";
        own.NumberFormat.NumberGroupSeparator = ".";
        CultureInfo.CurrentCulture = own;
        try
        {
            act();
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
