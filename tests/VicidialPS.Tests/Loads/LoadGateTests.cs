using System.Security;
using Vicidial.Client;
using Vicidial.Client.Bulk.Journal;
using Vicidial.Client.Errors;
using Vicidial.Client.Functions;
using Vicidial.Client.Requests;
using Vicidial.Client.Transport;
using VicidialPS.Connections;
using VicidialPS.Loads;
using VicidialPS.Requests;
using Xunit;

namespace VicidialPS.Tests.Loads;

/// <summary>The order of the journal and the requests: no row is sent before its line is on the disk.</summary>
public sealed class LoadGateTests : IDisposable
{
    private static readonly Uri Dialer = new("http://dialer.test/");
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("vicidial-gate-");
    private readonly SecureString _password = new();
    private readonly VicidialConnection _connection;
    private readonly HeldJournalFile _file;
    private readonly LoadGate _gate;

    // How many times the disk had everything when a request was sent, for each request.
    private readonly List<int> _sent = [];

    public LoadGateTests()
    {
        string path = Path.Combine(_folder.FullName, "load.jsonl");
        LoadJournal.Open(path, new LoadStart("add_lead", Dialer.AbsoluteUri, null, null), () => DateTimeOffset.UnixEpoch).Dispose();
        _file = new HeldJournalFile(path);
        var client = new DialerClient(new DialerOptions(Dialer) { Name = "main" }, new DialerCredential("6666", _password));
        _connection = new VicidialConnection(client, Dialer, null, "test", TimeSpan.FromSeconds(1), 0);
        var progress = new RowProgress("Test", null, static _ => { }, TimeSpan.MaxValue, TimeSpan.MaxValue);
        _gate = new LoadGate(new LoadParameters { JournalPath = path }, path, 1, isWhatIf: false, new Target(), new Host(), progress, null)
        {
            OpenFile = _ => _file,
        };
    }

    [Fact]
    public async Task ARowIsSentOnlyWhenTheDiskHasItsReservation()
    {
        RowRequest row = Admit("7275550101");
        _file.Hold();
        _gate.Reserve(row);
        Task<RequestOutcome> sending = Send(row);
        _file.WaitForFlush(TestContext.Current.CancellationToken);
        Assert.Empty(_sent);
        Assert.False(sending.IsCompleted);

        _file.Release();
        Assert.Null((await sending).Failure);
        Assert.Equal([1], _sent);
    }

    [Fact]
    public async Task RowsThatShareARequestAreSentOnlyWhenTheDiskHasAllTheirReservations()
    {
        RowRequest first = Admit("7275550101");
        RowRequest second = Admit("7275550102");
        var both = new RowRequest(_connection, first.Request, null, namesConnection: false) { Ticket = _gate.Join([first.Ticket, second.Ticket]) };
        _file.Hold();
        _gate.Reserve(both);
        Task<RequestOutcome> sending = Send(both);
        _file.WaitForFlush(TestContext.Current.CancellationToken);
        Assert.Empty(_sent);

        _file.Release();
        Assert.Null((await sending).Failure);
        Assert.NotEqual(0, Assert.Single(_sent));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task NoRowIsSentIfTheDiskRefusesItsReservation(bool failsToWrite)
    {
        RowRequest[] rows = [Admit("7275550101"), Admit("7275550102")];
        _file.FailsToWrite = failsToWrite;
        _file.FailsToFlush = !failsToWrite;
        Array.ForEach(rows, _gate.Reserve);
        foreach (RowRequest row in rows)
        {
            Assert.Equal("Vicidial.JournalNotWritable", (await Send(row)).Failure?.ErrorId);
        }

        Assert.Empty(_sent);
        DialerException end = Assert.Throws<DialerException>(() => _gate.BeforeOutput(rows[0].Ticket));
        Assert.Equal("Vicidial.JournalNotWritable", end.ErrorId);
    }

    [Fact]
    public async Task AResultIsShownOnlyWhenTheDiskHasIt()
    {
        RowRequest row = Admit("7275550101");
        _gate.Reserve(row);
        Assert.Null((await Send(row)).Failure);
        int before = _file.Flushes;
        _gate.BeforeOutput(row.Ticket);
        Assert.Equal(2, _file.Flushes);
        Assert.InRange(before, 1, 2);
    }

    public void Dispose()
    {
        _file.Release();
        _gate.Dispose();
        _connection.Dispose();
        _password.Dispose();
        _folder.Delete(recursive: true);
    }

    private Task<RequestOutcome> Send(RowRequest row) => _gate.SendAsync(
        row,
        (_, _) =>
        {
            _sent.Add(_file.Flushes);
            return Task.FromResult(new RequestOutcome(new object(), null));
        },
        TestContext.Current.CancellationToken
    );

    private RowRequest Admit(string number)
    {
        ApiRequest request = new ApiRequest(ApiCatalog.GetAll().Single(static one => one.Name == "add_lead")).Add("phone_number", number);
        var row = new RowRequest(_connection, request, null, namesConnection: false);
        row.Ticket = Assert.IsType<LoadTicket>(_gate.Admit(row));
        return row;
    }

    private sealed class Target : ILoadTarget
    {
        public string FunctionName => "add_lead";

        public string KeyParameter => "PhoneNumber";

        public string? MarkerWireName => null;

        public string KeyOf(RowRequest row) => row.Request!.Find("phone_number")!;

        public IReadOnlyCollection<string> GetCheckedKeys(ApiRequest request) => [];

        public string? NameResult(object result) => null;

        public bool IsSecretColumn(string column) => false;

        public Task<RowRecovery> RecoverAsync(
            ApiRequest request,
            VicidialConnection connection,
            LoadJournal journal,
            CancellationToken cancellationToken
        ) => throw new NotSupportedException();
    }

    private sealed class Host : IRunHost
    {
        public bool IsStopping => false;

        public bool IsRefused(VicidialConnection connection) => false;

        public T WaitFor<T>(Func<CancellationToken, Task<T>> work) => work(CancellationToken.None).GetAwaiter().GetResult();

        public void Write(object output)
        {
        }

        public void WriteFailure(DialerException failure, object? target, RowRequest row)
        {
        }

        public void Warn(string text)
        {
        }

        public void Tell(string text)
        {
        }

        public Exception End(DialerException failure, object? target) => failure;
    }
}
