using Vicidial.Client.Records.Binding;
using Vicidial.Client.Records.Campaigns;
using Xunit;

namespace Vicidial.Client.Tests.Records;

public class HopperLeadTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("266", 266)]
    [InlineData("20786", null)]
    public void The_age_of_a_removed_lead_is_unknown(string text, int? days)
    {
        HopperLead lead = RecordBinder<HopperLead>.Plan(["age_days"], "test").Read([text], out _)!;

        Assert.Equal(days, lead.AgeDays);
    }
}
