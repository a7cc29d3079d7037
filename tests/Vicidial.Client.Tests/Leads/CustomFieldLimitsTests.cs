using Vicidial.Client.Errors;
using Vicidial.Client.Leads;
using Xunit;

namespace Vicidial.Client.Tests.Leads;

/// <summary>What the stored value of a custom field shows about the next value.</summary>
public sealed class CustomFieldLimitsTests
{
    private const string List = "102";
    private const string Label = "plan";
    private readonly CustomFieldLimits _limits = new();

    [Theory]
    [InlineData("1234567890abc", "1234567890a", "bbbbbbbbbbbb", "bbbbbbbbbbb", "Vicidial.ValueTooLong")]
    [InlineData("1234567890123", "1234567890", "99999999999", "9999999999", "Vicidial.ValueTooLong")]
    [InlineData("ab cd", "ab", "wxyz", "xyz", "Vicidial.ValueTooLong")]
    [InlineData("  abcdef", "abc", "uvwxyz", "vwxyz", "Vicidial.ValueTooLong")]
    [InlineData("12/31/2027", "0000-00-00", "soon", "2028-01-01", "Vicidial.InvalidDate")]
    [InlineData("12/31/2027", "0000-00-00", "31.12.2027", "0000-00-00", "Vicidial.InvalidDate")]
    [InlineData("12/31/2027", "0000-00-00", "2027-12-31 10:00:00", "2027-12-31 00:00:00", "Vicidial.InvalidDate")]
    [InlineData("purple", "", "purple", "blue", "Vicidial.CustomFieldNotStorable")]
    [InlineData("12 pieces", "12", "12 pieces", "1234567890", "Vicidial.CustomFieldNotStorable")]
    [InlineData("12.344", "12.34", "12.344", "1234.50", "Vicidial.CustomFieldNotStorable")]
    [InlineData("2027-12-31 10:00", "2027-12-31", "2027-12-31 10:00", "a longer text than that", "Vicidial.CustomFieldNotStorable")]
    [InlineData("10:30:00 AM", "10:30:00", "10:30:00 AM", "a longer text", "Vicidial.CustomFieldNotStorable")]
    public void A_value_that_came_back_changed_rejects_those_like_it_and_no_others(
        string sent,
        string stored,
        string bad,
        string good,
        string errorId
    )
    {
        Change(sent, stored);

        Assert.Equal(errorId, Check(bad)?.ErrorId);
        Assert.Null(Check(good));
        Assert.Null(Record.Exception(() => _limits.Check("103", Label, bad, [bad])));
        Assert.Null(Record.Exception(() => _limits.Check(List, "other", bad, [bad])));
    }

    [Fact]
    public void A_length_is_compared_with_what_the_dialer_stores_of_the_characters()
    {
        Change("abcdef", "abc");

        Assert.Null(Record.Exception(() => _limits.Check(List, Label, "a;b;c", ["abc"])));
        Assert.NotNull(Check("a;b;c"));
    }

    [Fact]
    public void A_cut_is_no_length_if_a_longer_value_was_stored_before()
    {
        Keep("silver");
        Change("a,b", "a");

        Assert.Null(Check("gold"));
        Assert.Equal("Vicidial.CustomFieldNotStorable", Check("a,b")?.ErrorId);
    }

    [Theory]
    [InlineData("abcdef", "abc", "abcd")]
    [InlineData("12/31/2027", "0000-00-00", "soon")]
    [InlineData("purple", "", "purple")]
    public void A_value_that_is_stored_after_all_is_forgotten_as_a_limit(string sent, string stored, string kept)
    {
        Change(sent, stored);
        Keep(kept);

        Assert.Null(Check(kept));
    }

    [Theory]
    [InlineData(Label)]
    [InlineData(null)]
    public void A_field_or_a_list_can_be_forgotten(string? label)
    {
        Change("abcdef", "abc");
        _limits.Forget("103", label);
        Assert.NotNull(Check("abcd"));

        _limits.Forget(List, label);

        Assert.Null(Check("abcd"));
    }

    [Fact]
    public void A_date_that_the_dialer_writes_in_its_own_form_shows_that_the_field_has_dates()
    {
        Assert.True(CustomFieldLimits.IsSameMoment("2027-1-5", "2027-01-05"));
        Assert.True(CustomFieldLimits.IsSameMoment("2027-01-05 00:00:00", "2027-01-05"));
        Assert.True(CustomFieldLimits.IsSameMoment("9:30", "09:30:00"));
        Assert.False(CustomFieldLimits.IsSameMoment("2027-01-05 10:00:00", "2027-01-05"));
        Assert.False(CustomFieldLimits.IsSameMoment("soon", "soon"));
        Assert.False(CustomFieldLimits.IsSameMoment("2027-1-5", "2027-05-01"));

        _limits.LearnKept(List, Label, "2027-1-5", "2027-01-05", isRewritten: true);

        Assert.Equal("Vicidial.InvalidDate", Check("soon")?.ErrorId);
        Assert.Null(Check("2027/01/06"));
    }

    [Fact]
    public void A_date_in_a_text_field_shows_nothing()
    {
        Keep("2027-01-05");

        Assert.Null(Check("soon"));
    }

    [Theory]
    [InlineData("TEXT", 3, null, "abcd", "abc", "Vicidial.ValueTooLong")]
    [InlineData("DATE", null, null, "soon", "2027-01-05", "Vicidial.InvalidDate")]
    [InlineData("SELECT", 10, "gold,Gold & more", "silver", "gold", "Vicidial.InvalidChoice")]
    [InlineData("RADIO", 10, "gold", "GOLD", "gold", "Vicidial.InvalidChoice")]
    public void A_field_that_was_defined_is_known(string type, int? maximum, string? options, string bad, string good, string errorId)
    {
        Change("purple", string.Empty);
        _limits.LearnDefinition(List, Label, type, maximum, options);

        DialerException? failure = Check(bad);
        Assert.Equal(errorId, failure?.ErrorId);
        Assert.DoesNotContain("earlier", failure!.Message, StringComparison.Ordinal);
        Assert.Null(Check(good));
    }

    [Theory]
    [InlineData("TEXT", null, null)]
    [InlineData("AREA", 3, null)]
    [InlineData("MULTI", 3, "gold,Gold")]
    [InlineData("SELECT", null, null)]
    [InlineData(null, 3, "gold,Gold")]
    public void A_definition_that_says_nothing_about_values_only_replaces_what_was_known(string? type, int? maximum, string? options)
    {
        Change("purple", string.Empty);
        _limits.LearnDefinition(List, Label, type, maximum, options);

        Assert.Null(Check("purple"));
        Assert.Null(Check("a longer text"));
    }

    [Fact]
    public void A_message_shows_no_password_and_no_long_value()
    {
        _limits.LearnChanged(List, "secret_pin", "S3same", ["S3same"], string.Empty);

        DialerException failure = Assert.Throws<DialerException>(() => _limits.Check(List, "secret_pin", "S3same", ["S3same"]));

        Assert.DoesNotContain("S3same", failure.Message, StringComparison.Ordinal);
        Assert.Equal(
            "plan 'xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx… (80 characters)' is stored as 'x'",
            new ChangedField("plan", new string('x', 80), "x").ToString()
        );
        Assert.DoesNotContain("S3same", new ChangedField("vm_pass", "S3same", "S3").ToString(), StringComparison.Ordinal);
    }

    private DialerException? Check(string value) => Record.Exception(() => _limits.Check(List, Label, value, [value])) as DialerException;

    private void Keep(string value) => _limits.LearnKept(List, Label, value, value, isRewritten: false);

    private void Change(string value, string stored) => _limits.LearnChanged(List, Label, value, [value], stored);
}
